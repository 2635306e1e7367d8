package io.dayclose.job;

import io.dayclose.close.BookOperations;
import io.dayclose.close.DayClose;
import io.dayclose.close.Proofs;
import io.dayclose.config.NightStep;
import io.dayclose.consignment.round.CycleClose;
import io.dayclose.intake.fact.Block;
import io.dayclose.intake.past.PastChanges;
import io.dayclose.intake.source.Collector;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.publish.Mailing;
import io.dayclose.publish.ReportStep;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.Attempt;
import io.dayclose.run.Work;
import io.dayclose.since.DayChanges;
import io.dayclose.sums.SaleDays;
import io.dayclose.target.night.TargetNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                case RECONCILE, STOCK, COMMISSION -> all.add(phases(step));
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
        intake.feeds().forEach(feed -> all.add(steps.<Block>each(feed.name(), feed, feed::write)));
        var owed = new OwedFeeds(work, date());
        all.add(steps.once("follow", () -> owed.follow(attempt.listener())));
        var days = new SaleDays(work.jdbc(), work.bulk(), work.home().sql(SaleDays.LINES));
        all.add(steps.phase("sum-days", Phase.of("day", KeyForm.DATE, () -> touched(days), days::sum)));
        var past = new PastChanges(work.jdbc(), work.bulk(), date());
        all.add(steps.once("past-changes", () -> {
            past.note();
            noteChanges();
        }));
        return all;
    }

    private LocalDate date() {
        return attempt.run().date();
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

    private Step target() {
        var night = new TargetNight(work.jdbc(), work.bulk(), work.home());
        return steps.once("target", () -> {
            night.run(date()).forEach(attempt.listener()::notice);
            new Proofs(work).sealTargets(date());
        });
    }

    private Step phases(NightStep step) {
        var phases = new NightPhases(work, attempt.run());
        return steps.phases(step.text(), () -> phases.of(step));
    }

    private Step closeDay() {
        return steps.once("close-day", new DayClose(work, attempt.run())::close);
    }

    /** Carriers' cycles whose days of grace are over. */
    private Step closeCycle() {
        var close = new CycleClose(work.jdbc(), work.home().carriers().values());
        return steps.phase("close-cycle", Phase.of("carrier", KeyForm.TEXT, () -> close.due(date()), carrier -> {
            close.close(carrier, date());
            new Proofs(work).sealBooks();
        }));
    }

    private Step bonusDraft() {
        var drafts = new BonusDrafts(work, attempt);
        return steps.phase("bonus-draft", Phase.of("bonus", KeyForm.TEXT, drafts::due, drafts::draft));
    }

    /** A draft of the oldest month that is over and not closed. */
    private Step settle() {
        var close = BookOperations.monthClose(work);
        return steps.phase(
                "settle",
                Phase.of(
                        "month",
                        MonthEndStep.MONTH,
                        () -> close.due(date()).stream().limit(1).toList(),
                        close::draft));
    }

    /** The bank's list is written once all is closed and kept. */
    private List<Step> closeMonth() {
        var end = new MonthEndStep(work, attempt);
        return List.of(
                steps.phases(NightStep.CLOSE_MONTH.text(), end::phases),
                steps.untransacted("payout-list", end::writeLists));
    }

    private Step report() {
        var report = new ReportStep(work, attempt.run(), attempt.request().reason(), attempt.listener());
        return steps.phase("report", Phase.of("workbook", KeyForm.TEXT, report::keys, report::make));
    }

    private Step deliver() {
        return steps.untransacted("deliver", () -> new Mailing(work, attempt.listener()).publish(attempt.run()));
    }
}
