package io.dayclose.schedule;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.period.BusinessDays;
import io.dayclose.run.DueDates;
import io.dayclose.run.Run;
import io.dayclose.run.RunPreconditions;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which business dates are due and not finished: asked of the table of runs alone, whoever asks and however often. */
public final class DueRuns {
    /** How long a failed night is left alone before each further try; after the last one it waits for a person. */
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30));

    private final Work work;
    private final RunStore runs;
    private final RunPreconditions preconditions;

    public DueRuns(Work work) {
        this.work = work;
        runs = new RunStore(work.jdbc());
        preconditions = new RunPreconditions(work, runs);
    }

    /** The oldest date of each job that is due and not finished. */
    public Map<String, LocalDate> all() {
        var due = new LinkedHashMap<String, LocalDate>();
        work.home().jobs().values().forEach(job -> next(job).ifPresent(date -> due.put(job.name(), date)));
        return due;
    }

    /** The oldest business date that is due and not finished. A job never run before begins with the last due date. */
    Optional<LocalDate> next(Job job) {
        var now = ZonedDateTime.now(work.clock());
        return job.schedule().flatMap(schedule -> {
            var due = new DueDates(schedule);
            var last = runs.lastDate(job.name());
            if (last.isEmpty() || !schedule.catchUp()) {
                return due.lastDue(now)
                        .filter(date -> !runs.completed(job.name(), date))
                        .filter(date -> isReady(job, date));
            }
            var oldest = runs.completed(job.name(), last.get()) ? due.after(last.get()) : last;
            return oldest.filter(date -> due.isDue(date, now)).filter(date -> isReady(job, date));
        });
    }

    private boolean isReady(Job job, LocalDate date) {
        return preconditions.mayClose(job, date)
                && (!waitsForItsDay(job) || new BusinessDays(work.jdbc()).isClosed(date))
                && mayTry(job, date);
    }

    /**
     * A month is closed, and a week told of, once its last day is closed: before books began there is none, and after a pause the nights
     * come first. Who takes facts in waits for nobody, nor who tells of a day that is not over.
     */
    private boolean waitsForItsDay(Job job) {
        boolean tells = !job.has(NightStep.EXTRACT)
                && job.schedule().filter(each -> each.daysBack() > 0).isPresent();
        return job.steps().stream().anyMatch(NightStep::closesPeriod)
                || tells && work.home().jobs().values().stream().anyMatch(each -> each.has(NightStep.CLOSE_DAY));
    }

    /** A night that failed is tried again, each time after a longer pause, then left to a person. */
    private boolean mayTry(Job job, LocalDate date) {
        var last = runs.last(job.name(), date);
        if (last.isEmpty()
                || last.get().state() == Run.State.RUNNING
                || last.get().state() == Run.State.STOPPED) {
            return true;
        }
        int attempts = last.get().attempts();
        return attempts <= PATIENCE.size()
                && runs.endedAt(last.get())
                        .filter(ended -> ended.plus(PATIENCE.get(attempts - 1)).isAfter(work.now()))
                        .isEmpty();
    }
}
