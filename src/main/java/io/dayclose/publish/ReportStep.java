package io.dayclose.publish;

import io.dayclose.bonus.desk.BonusesNow;
import io.dayclose.commission.explain.ExplainedSteps;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.ConfigDigest;
import io.dayclose.config.Report;
import io.dayclose.config.ReportScope;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.delivery.LetterText;
import io.dayclose.delivery.MailState;
import io.dayclose.delivery.Outbox;
import io.dayclose.intake.source.InputDigest;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.report.BuiltWorkbook;
import io.dayclose.report.FeedState;
import io.dayclose.report.Figures;
import io.dayclose.report.ReportQuery;
import io.dayclose.report.Scope;
import io.dayclose.report.workbook.ReportWriter;
import io.dayclose.report.workbook.ReportWriter.Context;
import io.dayclose.report.workbook.ReportWriter.Earlier;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Builds the workbooks of a night, one per report and scope, and puts into the outbox those that say something new. */
public final class ReportStep {
    private static final JsonMapper JSON = new JsonMapper();

    private final Work work;
    private final Run run;
    private final Optional<String> reason;
    private final Map<String, Task> byKey = new LinkedHashMap<>();
    private final Addressees addressees;
    private final Outbox outbox;
    private final NightInputs inputs;
    private final Map<String, List<FeedState>> feeds = new HashMap<>();
    private String inputDigest = "";
    private @Nullable ExplainedSteps steps;

    public ReportStep(Work work, Run run, Optional<String> reason, RunListener listener) {
        this.work = work;
        this.run = run;
        this.reason = reason;
        addressees = new Addressees(work, listener);
        outbox = new Outbox(work.jdbc());
        inputs = new NightInputs(work.jdbc(), run.date());
    }

    /** One workbook to build. */
    public record Task(Report report, Scope scope) {}

    /** Every workbook of the night, now that all it is made from is in. */
    public List<Task> tasks() {
        new RunStore(work.jdbc()).reports(run, StaleDates.days(work).last());
        feeds.clear();
        inputDigest = InputDigest.of(work.jdbc(), run.date(), ConfigDigest.of(work.home()));
        var tasks = new ArrayList<Task>();
        for (var report : work.home().reportsOf(run.job())) {
            report.scopes().forEach(kind -> scopes(kind, report).forEach(scope -> tasks.add(new Task(report, scope))));
        }
        return tasks;
    }

    /** The keys of all workbooks of the night. */
    public List<String> keys() {
        byKey.clear();
        tasks().forEach(task -> byKey.put(
                String.join(
                        "|",
                        task.report().name(),
                        task.scope().kind().text(),
                        task.scope().codeText()),
                task));
        return List.copyOf(byKey.keySet());
    }

    /** Builds the workbook of a key and keeps it if it is new; must run in a transaction. */
    public void make(String key) {
        make(Objects.requireNonNull(byKey.get(key), key));
    }

    private List<Scope> scopes(ReportScope kind, Report report) {
        var organisation = new OrganisationStore(work.jdbc());
        return switch (kind) {
            case COMPANY -> List.of(company(report));
            case OUTLET -> named(kind, organisation.outlets(run.date()));
            case DEALER -> named(kind, organisation.dealers(run.date()));
            case MANAGER -> named(kind, organisation.managers(run.date()));
            case OWNER -> themselves(kind, owners());
            case MANUFACTURER -> themselves(kind, organisation.manufacturers(run.date()));
            case PERSON -> named(kind, organisation.people(run.date()));
            case BRANCH ->
                organisation.branches(run.date()).stream()
                        .map(branch -> new Scope(kind, Optional.of(branch.code()), branch.name()))
                        .toList();
        };
    }

    private Scope company(Report report) {
        var language = report.language().orElse(work.home().company().language());
        return new Scope(
                ReportScope.COMPANY,
                Optional.empty(),
                work.home().company().name().in(language));
    }

    /** Those who follow a break that is open. */
    private List<String> owners() {
        return work.jdbc()
                .queryForList(
                        "SELECT DISTINCT owner FROM break_item WHERE is_open = 1 AND owner <> '' ORDER BY owner",
                        String.class);
    }

    /** Those who have no name beside their code. */
    private static List<Scope> themselves(ReportScope kind, List<String> all) {
        return all.stream()
                .map(each -> new Scope(kind, Optional.of(each), each))
                .toList();
    }

    /** Names of dealers and people repeat: their codes stand before them. */
    private static List<Scope> named(ReportScope kind, List<OrganisationStore.Named> all) {
        return all.stream()
                .map(each -> new Scope(kind, Optional.of(each.code()), each.code() + " " + each.name()))
                .toList();
    }

    /** The workbook as it stands now, compared with what was sent before. */
    public BuiltWorkbook build(Task task, Optional<Outbox.Latest> latest) {
        var earlier = latest.map(last -> new Earlier(last.revision(), JSON.readValue(last.figures(), Figures.class)));
        var why = earlier.isEmpty() ? "" : inputs.why(work.home(), reason);
        var context = new Context(run.date(), task.scope(), feeds(task.scope()), earlier, why);
        return new ReportWriter(work.home(), task.report(), new ReportQuery(work.dataSource()), inputDigest)
                .build(context);
    }

    /** Asked once for each branch, for the company, and for all others together. */
    private List<FeedState> feeds(Scope scope) {
        boolean branch = scope.kind() == ReportScope.BRANCH;
        return feeds.computeIfAbsent(
                branch ? scope.kind() + scope.codeText() : String.valueOf(scope.kind() == ReportScope.COMPANY),
                any -> inputs.states(work.home().feeds(), scope));
    }

    public Optional<Outbox.Latest> latest(Task task) {
        return outbox.latest(subject(task));
    }

    private Outbox.Subject subject(Task task) {
        return new Outbox.Subject(
                task.report().name(), task.scope().kind().text(), task.scope().codeText(), run.date());
    }

    private void make(Task task) {
        var latest = latest(task);
        if (latest.isEmpty() && !hasRows(task)) {
            return;
        }
        if (task.report().explain()) {
            explain(task.scope());
        }
        var built = build(task, latest);
        // whoever was told something hears it too when nothing is left of it
        if ((latest.isPresent() || isWanted(task, built))
                && latest.filter(last -> last.digest().equals(built.digest())).isEmpty()) {
            put(task, built, latest.map(last -> last.revision() + 1).orElse(0));
        }
    }

    /** Works out the month of a dealer, or of a manager's people; for the company, the bonuses that are being approved. */
    private void explain(Scope scope) {
        if (scope.kind() == ReportScope.COMPANY) {
            new BonusesNow(work).keep();
            return;
        }
        if (steps == null) {
            steps = new ExplainedSteps(PostingContext.of(
                    work.jdbc(), work.bulk(), work.home().plans().values()));
        }
        var month = YearMonth.from(run.date());
        if (scope.kind() == ReportScope.DEALER) {
            steps.write(month, PayeeKind.DEALER, List.of(scope.codeText()));
        } else {
            steps.write(
                    month, PayeeKind.PERSON, new OrganisationStore(work.jdbc()).peopleOf(scope.codeText(), run.date()));
        }
    }

    /** Of many scopes few have something to say: asked before a workbook is built for nothing. */
    private boolean hasRows(Task task) {
        var decisive = task.report().send().rowsOf();
        return decisive.isEmpty()
                || task.report().sheets().stream()
                        .filter(sheet -> sheet.id().equals(decisive.get()))
                        .anyMatch(sheet -> new ReportQuery(work.dataSource())
                                .hasRows(
                                        work.home().sql(sheet.sql()),
                                        ReportQuery.parameters(
                                                run.date(),
                                                task.scope(),
                                                work.home().company().stock())));
    }

    /** Whether a workbook says anything: some are made only when a sheet of theirs has rows. */
    public boolean isWanted(Task task, BuiltWorkbook built) {
        return task.report().send().rowsOf().map(built::hasRows).orElse(true);
    }

    private void put(Task task, BuiltWorkbook built, int revision) {
        var edition = edition(task, revision);
        var item = new Outbox.Item(
                subject(task),
                revision,
                run.id(),
                edition.archivePath(),
                edition.fileName(),
                built.digest(),
                JSON.writeValueAsString(built.figures()),
                new LetterText(MailComposer.of(edition, built)),
                built.bytes());
        outbox.put(item, addressees.of(edition, subject(task)), work.now());
    }

    /** How many would get it. */
    public long recipients(Task task) {
        return addressees.of(edition(task, 0), subject(task)).stream()
                .filter(address -> address.state() == MailState.PENDING)
                .count();
    }

    public Edition edition(Task task, int revision) {
        var language = task.report().language().orElse(work.home().company().language());
        return new Edition(task.report(), task.scope(), run.date(), revision, language);
    }
}
