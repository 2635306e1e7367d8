package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.source.CorrectedCollector;
import io.dayclose.intake.source.ReturnedWorkbook;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import java.util.List;
import java.util.Optional;

/**
 * All that a run takes in.
 *
 * @param trial of what, when it is one: files are read where they lie
 */
record Intake(Work work, Run run, RunListener listener, Optional<RunRequest> trial) {

    /** The feeds in the order in which they refer to each other. */
    List<FeedStep> feeds() {
        return work.home().feeds().stream()
                .map(feed -> new FeedStep(this, feed))
                .toList();
    }

    /** Takes the workbooks that people have mended and sent back; their sheets become sources of their feeds. */
    void collectMended() {
        work.home().feeds().stream().findFirst().ifPresent(any -> {
            new CorrectedCollector(night(any)).collect();
            if (trial.isEmpty()) {
                new ReviewedBreaks(work, listener).collect(new ReturnedWorkbook(night(any)));
            }
        });
    }

    FeedNight night(Feed feed) {
        return new FeedNight(
                work.home(),
                feed,
                run.date(),
                run.number(),
                work.jdbc(),
                work.bulk(),
                work.localClock(),
                new FeedNight.Manner(trial.isPresent(), stopsWithoutSource(), makesUp()),
                listener::notice);
    }

    /** A trial of a backfill has no run that says so. */
    private boolean makesUp() {
        return trial.filter(request -> request.cause() == RunRequest.Cause.BACKFILL)
                        .isPresent()
                || new RunStore(work.jdbc()).makesUp(run);
    }

    private boolean stopsWithoutSource() {
        return work.home().job(run.job()).filter(Job::stopsWithoutSource).isPresent();
    }
}
