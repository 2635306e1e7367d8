package io.dayclose.job;

import io.dayclose.config.NightStep;
import io.dayclose.intake.past.PastChanges;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import io.dayclose.since.DayChanges;
import io.dayclose.sums.SaleDays;
import io.dayclose.target.night.TargetNight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;

/** What a night would write, in the caller's transaction, which he takes back: files stay where they lie. */
final class TrialNight {
    private final Work work;
    private final RunRequest request;
    private final RunListener listener;
    private final List<NightStep> steps;

    TrialNight(Work work, RunRequest request, RunListener listener) {
        this.work = work;
        this.request = request;
        this.listener = listener;
        steps = work.home().job(request.job()).orElseThrow().from(request.fromStep());
    }

    /** Works it out as the run it would be, and returns that. */
    Run work() {
        int number = new RunStore(work.jdbc()).number(request.job(), request.date());
        var run = Run.unkept(request.job(), request.date(), number, work.now());
        if (steps.contains(NightStep.EXTRACT)) {
            extract(run);
        }
        var phases = new NightPhases(work, run);
        Stream.of(NightStep.RECONCILE, NightStep.STOCK).filter(steps::contains).forEach(step -> phases.of(step)
                .runAll());
        if (steps.contains(NightStep.TARGET)) {
            new TargetNight(work.jdbc(), work.bulk(), work.home())
                    .run(run.date())
                    .forEach(listener::notice);
        }
        if (steps.contains(NightStep.COMMISSION)) {
            phases.commission().runAll();
        }
        return run;
    }

    private void extract(Run run) {
        var intake = new Intake(work, run, listener, Optional.of(request));
        intake.collectMended();
        intake.feeds().forEach(this::takeIn);
        new OwedFeeds(work, request.date()).follow(listener);
        var days = new SaleDays(work.jdbc(), work.bulk(), work.home().sql(SaleDays.LINES));
        days.touched().forEach(days::sum);
        new PastChanges(work.jdbc(), work.bulk(), request.date()).note();
        new DayChanges(work.jdbc(), run.id(), run.date()).note();
    }

    private void takeIn(FeedStep feed) {
        feed.open();
        try {
            for (var block = feed.read(); block != null; block = feed.read()) {
                feed.write(Chunk.of(block));
            }
        } finally {
            feed.close();
        }
    }
}
