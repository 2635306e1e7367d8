package io.dayclose.job;

import io.dayclose.close.BookOperations;
import io.dayclose.close.DayClose;
import io.dayclose.close.Proofs;
import io.dayclose.config.NightStep;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.consignment.round.CycleClose;
import io.dayclose.database.Tasks;
import io.dayclose.intake.fact.Block;
import io.dayclose.intake.past.PastChanges;
import io.dayclose.intake.source.Collector;
import io.dayclose.publish.Mailing;
import io.dayclose.publish.ReportStep;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.Attempt;
import io.dayclose.run.Work;
import io.dayclose.since.DayChanges;
import io.dayclose.sums.SaleDays;
import io.dayclose.target.night.TargetNight;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.batch.core.step.Step;

/** The whole night on one screen: take every feed in, build the workbooks, send them. */
final class NightlyRun {
    private final Work work;
    private final Attempt attempt;
    private final Steps steps;

    NightlyRun(Work work, Attempt attempt, Steps steps) {
        this.work = work;
        this.attempt = attempt;
        this.steps = steps;
    }

    /** The steps of a job that its file names. */
    List<Step> steps(List<NightStep> wanted) {
        var all = new ArrayList<Step>();
        for (var step : wanted) {
            switch (step) {
                case EXTRACT -> all.addAll(extract());
                case RECONCILE, STOCK, COMMISSION -> all.add(tasks(step));
                case TARGET -> all.add(target());
                case CLOSE_DAY -> all.add(closeDay());
                case BONUS_DRAFT -> all.add(bonusDraft());
                case SETTLE -> all.add(settle());
                case CLOSE_MONTH -> all.addAll(closeMonth());
                case CLOSE_CYCLE -> all.add(closeCycle());
                case REPORT -> all.add(report());
                case DELIVER -> all.add(deliver());
            }
        }
        return all;
    }

    /** Master data first: the feeds stand in the order in which they refer to each other. Then every day they touched. */
    private List<Step> extract() {
        var all = new ArrayList<Step>();
        var intake = new Intake(work, attempt.run(), attempt.listener(), Optional.empty());
        all.add(steps.untransacted("extract-mended", intake::collectMended));
        intake.feeds().forEach(feed -> all.add(extract(feed)));
        var night = new OwedFeeds(work, attempt.run().date());
        all.add(steps.<LocalDate>each(
                "follow",
                new LateItems<>(() -> List.of(attempt.run().date())),
                any -> night.follow(attempt.listener())));
        var days = new SaleDays(work.jdbc(), work.bulk(), work.home().sql(SaleDays.LINES));
        all.add(steps.<LocalDate>each(
                "sum-days", new LateItems<>(() -> touched(days)), each -> each.forEach(days::sum)));
        var past = new PastChanges(work.jdbc(), work.bulk(), attempt.run().date());
        all.add(steps.<LocalDate>each(
                "past-changes", new LateItems<>(() -> List.of(attempt.run().date())), any -> {
                    past.note();
                    noteChanges();
                }));
        return all;
    }

    /** Says which dates that were reported before are not as they were reported any more. */
    private void noteChanges() {
        var run = attempt.run();
        new DayChanges(work.jdbc(), run.id(), run.date()).note();
        new StaleDates(work).problem(run).ifPresent(attempt.listener()::notice);
    }

    private List<LocalDate> touched(SaleDays days) {
        Collector.tellStrays(work.home(), attempt.listener()::notice);
        return days.touched();
    }

    private Step extract(FeedStep feed) {
        return steps.<Block>each(feed.name(), feed, feed::write);
    }

    private Step target() {
        var night = new TargetNight(work.jdbc(), work.bulk(), work.home());
        return steps.<LocalDate>each(
                "target",
                new LateItems<>(() -> List.of(attempt.run().date())),
                dates -> dates.forEach(date -> {
                    night.run(date).forEach(attempt.listener()::notice);
                    new Proofs(work).sealTargets(date);
                }));
    }

    private Step tasks(NightStep step) {
        var tasks = new NightTasks(work, attempt.run());
        return tasks(step, () -> tasks.of(step));
    }

    private Step tasks(NightStep named, Supplier<Tasks> begin) {
        var step = new TaskStep(named.text(), begin, attempt.listener());
        return steps.<Tasks.Task>each(named.text(), step, step::write);
    }

    private Step closeDay() {
        var day = new DayClose(work, attempt.run());
        return steps.<LocalDate>each(
                "close-day", new LateItems<>(() -> List.of(attempt.run().date())), any -> day.close());
    }

    /** Carriers' cycles whose days of grace are over. */
    private Step closeCycle() {
        var close = new CycleClose(work.jdbc(), work.home().carriers().values());
        var date = attempt.run().date();
        return steps.<String>each("close-cycle", new LateItems<>(() -> close.due(date)), carriers -> {
            carriers.forEach(carrier -> close.close(carrier, date));
            new Proofs(work).sealBooks();
        });
    }

    private Step bonusDraft() {
        var drafts = new BonusDrafts(work, attempt);
        return steps.<Bonus>each(
                "bonus-draft", new LateItems<>(drafts::due), bonuses -> bonuses.forEach(drafts::draft));
    }

    /** A draft of the oldest month that is over and not closed. */
    private Step settle() {
        var close = BookOperations.monthClose(work);
        return steps.<YearMonth>each(
                "settle",
                new LateItems<>(
                        () -> close.due(attempt.run().date()).stream().limit(1).toList()),
                months -> months.forEach(close::draft));
    }

    /** The bank's list is written once all is closed and kept. */
    private List<Step> closeMonth() {
        var end = new MonthEndStep(work, attempt);
        return List.of(tasks(NightStep.CLOSE_MONTH, end::tasks), steps.untransacted("payout-list", end::writeLists));
    }

    private Step report() {
        var report = new ReportStep(work, attempt.run(), attempt.request().reason(), attempt.listener());
        return steps.<ReportStep.Task>each(
                "report", new LateItems<>(report::tasks), each -> each.forEach(report::make));
    }

    private Step deliver() {
        return steps.untransacted("deliver", () -> new Mailing(work, attempt.listener()).publish(attempt.run()));
    }
}
