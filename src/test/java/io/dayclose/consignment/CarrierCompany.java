package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.proof.Finding;
import io.dayclose.run.RunResult;
import io.dayclose.testing.Nights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small company with carriers: its nights, and what {@code show} prints after them. */
final class CarrierCompany implements AutoCloseable {
    private final TestHome home;
    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, CarrierInbox> inboxes = new TreeMap<>();
    private final Map<String, String> printed = new HashMap<>();
    private Engine engine;
    private Nights nights;

    CarrierCompany(Path folder) {
        home = new TestHome(folder).smallCompany().feeds(CarrierInbox.feeds());
        home.write(
                "inbox/dealer-2.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD09,长青,B02,2026-01-01,\nD10,远大,B02,2026-01-01,\nD13,恒信,B02,2026-01-01,\n");
        home.write("inbox/outlet-2.csv", """
                outlet_code,name,branch_code,channel,dealer_code,opened_on,closed_on
                W009,长青一店,B02,DEALER,D09,2020-01-01,
                W010,远大一店,B02,DEALER,D10,2020-01-01,
                """);
    }

    TestHome home() {
        return home;
    }

    /** The agreement of reconciliation.md section 6 for a carrier, with some of its keys set otherwise. */
    CarrierCompany agreement(String carrier, String... keysAndValues) {
        var terms = new LinkedHashMap<String, String>();
        terms.put("from", "2026-01-01");
        terms.put("cycle", "half-month");
        terms.put("pay-by", "{first-half: 20, second-half: next-month 5}");
        terms.put("grace-days", "3");
        terms.put("fee", "{percent: 0.3, minimum: 0, maximum: 50, rounding: half-up, mode: netted}");
        terms.put("tolerance", "{short: 0.50, over: 0.50, per-statement: 100}");
        terms.put("goods-back-days", "10");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            terms.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        var text = terms.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n    ", "agreements:\n  - ", "\n"));
        home.write(
                "jobs-config/carriers/" + carrier + ".yml",
                "carrier: %s\ntitle: {zh: %s, en: %s}\n".formatted(carrier, carrier, carrier) + text);
        return this;
    }

    /** What will lie in the inbox before a night. */
    CarrierInbox before(String date) {
        return inboxes.computeIfAbsent(date, any -> new CarrierInbox());
    }

    /** Runs all nights that something was put in for and that have not been run. */
    CarrierCompany run(Object... beans) {
        start(beans);
        for (var date : List.copyOf(inboxes.keySet())) {
            deliver(date);
            passed(nights.run(date));
        }
        return this;
    }

    /** Starts the program, or starts it again with whatever the home says now. */
    void start(Object... beans) {
        close();
        engine = home.engine(database, beans);
        nights = new Nights(engine);
    }

    /** Puts what was written for a night into the inbox. */
    void deliver(String date) {
        inboxes.remove(date).write(home, date);
    }

    Nights nights() {
        return nights;
    }

    /** What does not hold of the books, as {@code dayclose prove} says it. */
    List<Finding> findings() {
        return nights.findings();
    }

    /** Changes the books from outside. */
    void change(String sql) {
        engine.work().jdbc().update(sql);
    }

    /** Runs a night again, with what has been put in for it since. */
    void again(String date, String reason) {
        if (inboxes.containsKey(date)) {
            inboxes.remove(date).write(home, date + "-again");
        }
        passed(nights.again(date, reason));
    }

    private void passed(RunResult result) {
        printed.clear();
        assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
    }

    /** What {@code show WHAT --date D --format csv} prints. */
    String print(String what, String date) {
        return printed.computeIfAbsent(what + " " + date, any -> {
            var ended = shell().run("show", what, "--date", date, "--format", "csv");
            assertThat(ended.code()).as(ended.err()).isZero();
            return ended.out();
        });
    }

    /** All that is shown of a date, to compare with another time. */
    String everything(String date) {
        return print("receivables", date) + print("breaks", date) + print("suspense", date);
    }

    List<ShownRow> show(String what, String date) {
        return ShownRow.read(print(what, date));
    }

    private List<ShownRow> show(String what, String debtor, String date) {
        return show(what, date).stream().filter(row -> row.isOf(debtor)).toList();
    }

    ShownRow receivable(String subject, String date) {
        var found = show("receivables", date).stream()
                .filter(row -> row.get("subject").equals(subject))
                .toList();
        assertThat(found).as("receivables of " + subject).hasSize(1);
        return found.get(0);
    }

    /** Subject, settled, open and state of a debtor's receivables, in the order of subjects. */
    List<String> receivables(String debtor, String date) {
        return show("receivables", debtor, date).stream()
                .map(row -> "%s %s %s %s"
                        .formatted(row.get("subject"), row.amount("settled"), row.amount("open"), row.get("state")))
                .sorted()
                .toList();
    }

    /** Every break of a debtor, whatever its state. */
    List<ShownRow> allBreaks(String debtor, String date) {
        return show("breaks", debtor, date);
    }

    /** Type, subject and amount of a debtor's open breaks, sorted. */
    List<String> breaks(String debtor, String date) {
        return allBreaks(debtor, date).stream()
                .filter(ShownRow::isOpen)
                .map(row -> row.text("type", "subject") + " " + row.amount("amount"))
                .sorted()
                .toList();
    }

    /** The one break of a type and debtor. */
    ShownRow oneBreak(String type, String debtor, String date) {
        var found = allBreaks(debtor, date).stream()
                .filter(row -> row.get("type").equals(type))
                .toList();
        assertThat(found).as(type + " of " + debtor).hasSize(1);
        return found.get(0);
    }

    /** Subject and amount of what is held for a debtor, sorted. */
    List<String> suspense(String debtor, String date) {
        return show("suspense", debtor, date).stream()
                .map(row -> row.get("subject") + " " + row.amount("amount"))
                .sorted()
                .toList();
    }

    /** Wang proposes, Li approves. */
    void decide(String... arguments) {
        say(arguments);
        var decisions = ShownRow.read(
                shell().run("show", "decisions", "--format", "csv").out());
        var id = decisions.get(decisions.size() - 1).get("id");
        var approved = shell().run("decide", "approve", id, "--reason", "seen", "--as", "li");
        assertThat(approved.code()).as(approved.err()).isZero();
        printed.clear();
    }

    /** Wang says something. */
    void say(String... arguments) {
        var proposal = new ArrayList<>(List.of("decide"));
        proposal.addAll(List.of(arguments));
        proposal.addAll(List.of("--reason", "agreed by telephone", "--as", "wang"));
        var proposed = shell().run(proposal.toArray(String[]::new));
        assertThat(proposed.code()).as(proposed.err()).isZero();
        printed.clear();
    }

    /** Runs a job of a date that is no night. */
    void job(String job, String date) {
        var ended = shell().run("run", job, "--date", date, "--reason", "test");
        assertThat(ended.code()).as(ended.err()).isZero();
        printed.clear();
    }

    private Shell shell() {
        return new Shell(home, database.settings());
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
