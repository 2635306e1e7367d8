package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.source.MendedCollector;
import io.dayclose.intake.source.SentBack;
import java.util.List;

/**
 * All that a run takes in.
 *
 * @param leaveInPlace for a trial: files are read where they lie
 */
record Intake(Work work, Run run, RunListener listener, boolean leaveInPlace) {

    /** The feeds in the order in which they refer to each other. */
    List<FeedStep> feeds() {
        return work.home().feeds().stream()
                .map(feed -> new FeedStep(this, feed))
                .toList();
    }

    /** Takes the workbooks that people have mended and sent back; their sheets become sources of their feeds. */
    void collectMended() {
        work.home().feeds().stream().findFirst().ifPresent(any -> {
            new MendedCollector(night(any)).collect();
            if (!leaveInPlace) {
                new ReviewedBreaks(work, listener).collect(new SentBack(night(any)));
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
                new FeedNight.Manner(leaveInPlace, stopsWithoutSource(), new RunStore(work.jdbc()).makesUp(run)),
                listener::notice);
    }

    private boolean stopsWithoutSource() {
        return work.home().job(run.job()).filter(Job::stopsWithoutSource).isPresent();
    }
}
