package io.dayclose.cli;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.intake.source.NightCounts;
import io.dayclose.job.RunRequest;
import io.dayclose.job.StaleDates;
import io.dayclose.job.Work;
import io.dayclose.money.Money;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** One screen after a run: what came in, what was returned, net sales, and where workbooks and mails lie. */
public final class Summary {
    private static final int MOST_NAMED = 5;

    private final Work work;
    private final JdbcTemplate jdbc;
    private final RunRequest request;
    private final Language language;
    private final Texts texts;
    private final int nameWidth;

    public Summary(Work work, RunRequest request) {
        this.work = work;
        this.request = request;
        jdbc = work.jdbc();
        language = work.home().company().language();
        texts = Texts.of(language);
        nameWidth = work.home().feeds().stream()
                .mapToInt(feed -> Rows.width(texts.format("feed." + feed.name())))
                .max()
                .orElse(0);
    }

    public void print(PrintWriter out) {
        out.println();
        out.println(work.home().company().name().in(language) + " · "
                + SpokenDate.withWeekday(request.date(), language.locale()));
        if (takesIn()) {
            night(out);
        } else {
            months(out);
        }
        delivery(out);
        runId().flatMap(new StaleDates(work)::line)
                .ifPresent(line -> out.println("  " + texts.format("summary.stale", line)));
        if (takesIn()) {
            new VoucherList(work, request.date()).print(out);
        }
        out.flush();
    }

    private Optional<Long> runId() {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT MAX(run_id) FROM job_run WHERE job = ? AND business_date = ?",
                Long.class,
                request.job(),
                request.date()));
    }

    /** What came in, and the day's sales. */
    private void night(PrintWriter out) {
        out.println(line(
                "",
                Stream.of("came", "taken", "returned", "refused", "waiting")
                        .map(column -> texts.format("summary." + column))));
        NightCounts.of(jdbc, request.date()).forEach(counts -> {
            var pieces = counts.pieces().stream().map(count -> count == 0 ? "–" : "%,d".formatted(count));
            out.println(line(texts.format("feed." + counts.feed()), pieces));
        });
        out.println();
        var sales = jdbc.queryForMap("""
                SELECT COALESCE(SUM(gross_amount), 0) AS gross, COALESCE(SUM(returned_amount), 0) AS returned,
                       -COALESCE(SUM(discount_amount), 0) AS discounts
                FROM outlet_day WHERE business_date = ?""", request.date());
        boolean discounted = amount(sales, "discounts").signum() != 0;
        out.println("  "
                + texts.format(
                        discounted ? "summary.sales-discounted" : "summary.sales",
                        money(sales, "gross"),
                        money(sales, "returned"),
                        new Money(
                                        amount(sales, "gross").subtract(amount(sales, "returned")),
                                        work.home().company().currency())
                                .text(language.locale(), 2),
                        money(sales, "discounts")));
        unaccepted(out);
        reconciled(out);
        lapsed(out);
    }

    /** Facts that master data of this night would not let in any more: those with the most lines by name, the others together. */
    private void unaccepted(PrintWriter out) {
        var all = jdbc.queryForList("""
                SELECT reason, code, COUNT(*) AS number, SUM(amount) AS amount FROM unaccepted_sale WHERE night = ?
                GROUP BY reason, code ORDER BY number DESC, reason, code""", request.date());
        all.stream()
                .limit(MOST_NAMED)
                .map(row -> texts.format(
                        "summary.unaccepted",
                        row.get("number"),
                        row.get("code"),
                        row.get("reason"),
                        money(row, "amount")))
                .forEach(text -> out.println("  " + text));
        var others = all.subList(Math.min(MOST_NAMED, all.size()), all.size());
        if (!others.isEmpty()) {
            long lines = others.stream()
                    .mapToLong(row -> ((Number) row.get("number")).longValue())
                    .sum();
            var sum = others.stream().map(row -> amount(row, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
            out.println("  "
                    + texts.format(
                            "summary.unaccepted-others", lines, others.size(), money(Map.of("amount", sum), "amount")));
        }
    }

    /** What two people had decided and could not be done any more. */
    private void lapsed(PrintWriter out) {
        jdbc.query(
                "SELECT d.decision_id, d.kind, d.outcome FROM decision d JOIN recon_run r ON r.recon_id = d.done_in WHERE r.as_of = ? AND d.outcome <> '' ORDER BY d.decision_id",
                row -> {
                    out.println("  "
                            + texts.format("summary.lapsed", row.getString(1), row.getString(2), row.getString(3)));
                },
                request.date());
    }

    /** What others owe, and what of it nobody can explain; nothing where nobody owes anything. */
    private void reconciled(PrintWriter out) {
        var owed = jdbc.queryForMap("""
                SELECT COALESCE(SUM(gross + adjusted - settled - written_off), 0) AS open,
                       (SELECT COALESCE(SUM(amount), 0) FROM suspense WHERE ends = '9999-12-31') AS waiting,
                       (SELECT COUNT(*) FROM break_item WHERE is_open = 1) AS breaks
                FROM receivable WHERE is_open = 1 AND status <> 'SHIPPED'""");
        if (amount(owed, "open").signum() != 0 || amount(owed, "waiting").signum() != 0) {
            out.println("  "
                    + texts.format("summary.owed", money(owed, "open"), owed.get("breaks"), money(owed, "waiting")));
        }
    }

    private boolean takesIn() {
        return work.home()
                .job(request.job())
                .filter(job -> job.steps().contains("extract"))
                .isPresent();
    }

    /** What the run has closed. */
    private void months(PrintWriter out) {
        jdbc.queryForList("""
                        SELECT DISTINCT c.month FROM closed_month c JOIN ledger l ON l.posting_month = c.month AND l.posted_by = CONCAT('close ', c.month)
                        JOIN job_run r ON r.run_id = l.run_id WHERE r.job = ? AND r.business_date = ? ORDER BY c.month""", String.class, request.job(), request.date()).forEach(month -> {
            out.println("  " + texts.format("close.done", month));
            new CloseSummary(work, YearMonth.parse(month)).print(out);
        });
    }

    private void delivery(PrintWriter out) {
        var mails = jdbc.queryForMap("""
                SELECT COUNT(DISTINCT outbox_id) AS books, COUNT(CASE WHEN state = 'SENT' THEN 1 END) AS sent,
                       COUNT(CASE WHEN state NOT IN ('SENT', 'REPLACED') THEN 1 END) AS unsent
                FROM outbox JOIN outbox_mail USING (outbox_id) WHERE business_date = ?""", request.date());
        var home = work.home().files();
        out.println("  "
                + texts.format("summary.books", mails.get("books"), home.resolve("out/archive/" + request.date())));
        boolean directory =
                work.smtp() == null || work.home().company().transport().equals("directory");
        out.println("  "
                + texts.format(
                        directory ? "summary.files" : "summary.mails",
                        mails.get("sent"),
                        mails.get("unsent"),
                        home.resolve("out/mail")));
    }

    private String money(Map<String, Object> row, String column) {
        return new Money(amount(row, column), work.home().company().currency()).text(language.locale(), 2);
    }

    private static BigDecimal amount(Map<String, Object> row, String column) {
        return (BigDecimal) row.get(column);
    }

    private String line(String name, Stream<String> cells) {
        return "  " + padded(name, nameWidth)
                + cells.map(cell -> " ".repeat(Math.max(0, 11 - Rows.width(cell))) + cell)
                        .collect(Collectors.joining());
    }

    /** Pads by what the terminal draws: a Chinese character is two cells wide. */
    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Rows.width(text)));
    }
}
