package io.dayclose.job;

import io.dayclose.config.NightStep;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunResult;
import io.dayclose.run.Work;
import io.dayclose.since.StaleDays;
import io.dayclose.since.StaleDays.Edition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the workbooks of reported dates again, oldest first, and sends those that say something else now. */
public final class Revising {
    private final Work work;
    private final JobRunner runner;
    private final StaleDays days;

    public Revising(Work work, JobRunner runner) {
        this.work = work;
        this.runner = runner;
        days = StaleDates.days(work);
    }

    /**
     * What is to be made again.
     *
     * @param why what has changed; empty where nothing has
     */
    public record Due(Edition edition, String why) {}

    /** What came of it: how many workbooks were made anew, and for how many recipients. */
    public record Revised(Due due, RunResult result, long workbooks, long mails) {}

    /** All that is stale. */
    public List<Due> stale() {
        var due = new ArrayList<Due>();
        new StaleDates(work).all().forEach((edition, why) -> due.add(new Due(edition, why)));
        return due;
    }

    /** All of a span, stale or not. */
    public List<Due> between(LocalDate from, LocalDate to) {
        var stale = stale();
        return days.reported(from, to).stream()
                .map(edition -> stale.stream()
                        .filter(each -> each.edition().equals(edition))
                        .findFirst()
                        .orElse(new Due(edition, "")))
                .toList();
    }

    /** Makes one date's workbooks again. */
    public Revised revise(Due due, RunRequest.Cause cause, String user, RunListener listener) {
        var edition = due.edition();
        long before = lastWorkbook();
        var reason = due.why().isEmpty() ? "revise" : "revise: " + due.why();
        var request = new RunRequest(
                edition.job(), edition.date(), cause, user, Optional.of(reason), Optional.of(firstStep(edition)));
        var result = runner.run(request, listener);
        return new Revised(due, result, made(edition, before), mails(edition, before));
    }

    /** Facts and sums are up to date since the night that brought the change; how people stand at the day's end is not. */
    private String firstStep(Edition edition) {
        var job = work.home().job(edition.job()).orElseThrow();
        return (job.has(NightStep.TARGET) ? NightStep.TARGET : NightStep.REPORT).text();
    }

    private long lastWorkbook() {
        return count("SELECT COALESCE(MAX(outbox_id), 0) FROM outbox");
    }

    private long made(Edition edition, long before) {
        return count(
                "SELECT COUNT(*) FROM outbox WHERE outbox_id > ? AND business_date = ? AND report <> 'alert'",
                before,
                edition.date());
    }

    private long mails(Edition edition, long before) {
        return count(
                "SELECT COUNT(*) FROM outbox_mail JOIN outbox USING (outbox_id) WHERE outbox_id > ? AND business_date = ? AND report <> 'alert'",
                before,
                edition.date());
    }

    private long count(String sql, Object... values) {
        return Objects.requireNonNull(work.jdbc().queryForObject(sql, Long.class, values));
    }
}
