package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.database.NamedLock;
import io.dayclose.publish.ReportStep;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunPreconditions;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import io.dayclose.since.StaleDays.Edition;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What runs would change, told from a transaction that is taken back: nothing is written, no file is moved, no mail leaves. */
public final class RunPreview {
    private static final String FACTS = """
            SELECT feed, decision, SUM(pieces) FROM (
                SELECT s.feed, d.decision, s.source_id,
                       CASE d.decision WHEN 'ACCEPTED' THEN s.accepted WHEN 'CORRECTED' THEN s.corrected WHEN 'DUPLICATE' THEN s.duplicate
                           WHEN 'WAITING' THEN s.waiting WHEN 'RETURNED' THEN IF(s.kind IN ('RETURNED', 'AGAIN'), 0, s.returned) ELSE s.refused END AS pieces
                FROM feed_source s
                CROSS JOIN (SELECT 'ACCEPTED' AS decision UNION ALL SELECT 'CORRECTED' UNION ALL SELECT 'DUPLICATE' UNION ALL SELECT 'WAITING'
                            UNION ALL SELECT 'RETURNED' UNION ALL SELECT 'REFUSED') d
                WHERE s.source_id > ?) f
            GROUP BY feed, decision HAVING SUM(pieces) > 0 ORDER BY MIN(source_id), FIELD(decision, 'ACCEPTED', 'CORRECTED', 'DUPLICATE', 'WAITING', 'RETURNED', 'REFUSED')""";
    private static final String POSTED = """
            SELECT CONCAT_WS(' ', plan, origin_month, type), cause, COUNT(*), SUM(amount) FROM ledger WHERE entry_id > ?
            GROUP BY plan, origin_month, type, cause ORDER BY plan, origin_month, type, cause""";

    private final Work work;
    private final TransactionTemplate transaction;
    private final RunListener listener;

    public RunPreview(Work work, PlatformTransactionManager transactions, RunListener listener) {
        this.work = work;
        this.listener = listener;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * One thing that would change.
     *
     * @param part {@code facts}, {@code ledger}, {@code mail} or {@code stale}
     * @param what the feed; plan, month and type; report, scope and date; the date and its job
     * @param how the decision, the cause, NEW or REVISED, or why
     * @param count records, entries, recipients
     * @param amount of entries, in the company's currency
     */
    public record Change(String part, String what, String how, long count, BigDecimal amount) {}

    /**
     * What the runs would change, one after the other.
     *
     * @throws Refusal while a run works on the books: what this one locks until its end would make that fail
     */
    public List<Change> of(List<RunRequest> requests) {
        var preconditions = new RunPreconditions(work, new RunStore(work.jdbc()));
        requests.forEach(request -> requireTried(preconditions.job(request)));
        try (var lock = NamedLock.acquire(work.dataSource(), RunPreconditions.BOOKS)
                        .orElseThrow(() -> Refusal.refused(Problem.at("--preview", Message.BOOKS_BUSY)));
                var spools = new TrialSpools(work.home())) {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return changes(requests);
            }));
        }
    }

    /** @throws Refusal for a job of which a trial would tell only a part */
    private static void requireTried(Job job) {
        var untried = job.steps().stream()
                .filter(NightStep::isFinal)
                .map(NightStep::text)
                .toList();
        if (!untried.isEmpty()) {
            throw Refusal.usage(Problem.at("--preview", Message.NOT_TRIED, job.name(), String.join(", ", untried)));
        }
    }

    private List<Change> changes(List<RunRequest> requests) {
        long source = last("feed_source", "source_id");
        long entry = last("ledger", "entry_id");
        var before = new StaleDates(work).all();
        var mails = new ArrayList<Change>();
        for (var request : requests) {
            mails.addAll(mails(request, new TrialNight(work, request, listener).work()));
        }
        var all = new ArrayList<Change>();
        all.addAll(work.jdbc()
                .query(
                        FACTS,
                        (row, n) -> new Change(
                                "facts", row.getString(1), row.getString(2), row.getLong(3), BigDecimal.ZERO),
                        source));
        all.addAll(work.jdbc()
                .query(
                        POSTED,
                        (row, n) -> new Change(
                                "ledger", row.getString(1), row.getString(2), row.getLong(3), row.getBigDecimal(4)),
                        entry));
        all.addAll(mails);
        all.addAll(stale(requests, before));
        return all;
    }

    private long last(String table, String id) {
        return Objects.requireNonNull(
                work.jdbc().queryForObject("SELECT COALESCE(MAX(" + id + "), 0) FROM " + table, Long.class));
    }

    private List<Change> mails(RunRequest request, Run run) {
        if (!work.home().job(request.job()).orElseThrow().has(NightStep.REPORT)) {
            return List.of();
        }
        var report = new ReportStep(work, run, request.reason(), listener);
        var mails = new ArrayList<Change>();
        for (var task : report.tasks()) {
            var latest = report.latest(task);
            var built = report.build(task, latest);
            boolean says = latest.map(known -> !known.digest().equals(built.digest()))
                    .orElseGet(() -> report.isWanted(task, built));
            if (says) {
                var what = task.report().name() + " " + task.scope().codeText() + " " + request.date();
                mails.add(new Change(
                        "mail", what, latest.isEmpty() ? "NEW" : "REVISED", report.recipients(task), BigDecimal.ZERO));
            }
        }
        return mails;
    }

    /** Dates that are stale only then, but for those that the runs themselves would report again. */
    private List<Change> stale(List<RunRequest> requests, Map<Edition, String> before) {
        var after = new StaleDates(work).all();
        after.keySet()
                .removeIf(edition -> Objects.equals(before.get(edition), after.get(edition))
                        || requests.stream()
                                .anyMatch(each -> each.date().equals(edition.date())
                                        && each.job().equals(edition.job())));
        return after.entrySet().stream()
                .map(each -> new Change(
                        "stale", each.getKey().date() + " " + each.getKey().job(), each.getValue(), 1, BigDecimal.ZERO))
                .toList();
    }
}
