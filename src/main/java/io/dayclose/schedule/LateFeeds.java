package io.dayclose.schedule;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.expected.OwedReports;
import io.dayclose.intake.source.Collector;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.List;

/** Tells the operators as soon as a time has passed by which something was expected every day, whether or not a night runs. */
public final class LateFeeds {
    private final Work work;
    private final RunListener listener;

    LateFeeds(Work work, RunListener listener) {
        this.work = work;
        this.listener = listener;
    }

    /** Looks at today and yesterday: what is older has been told. */
    void tell() {
        var today = work.now().toLocalDate();
        List.of(today.minusDays(1), today).forEach(this::tell);
    }

    private void tell(LocalDate date) {
        var daily = work.home().feeds().stream().filter(LateFeeds::isDaily).toList();
        var late = new OwedReports(work.jdbc(), date)
                .of(daily).stream()
                        .filter(owed ->
                                owed.dueOn().equals(date) && owed.dueAt().isBefore(work.now()))
                        .filter(owed -> !Collector.liesInInbox(work.home(), owed.feed(), owed.branch(), date))
                        .toList();
        if (!late.isEmpty()) {
            var problems = late.stream()
                    .map(owed -> Problem.at("inbox", Message.FEED_MISSING, date, owed.name()))
                    .toList();
            new Alarm(work, listener).raise("late", date, problems);
        }
    }

    /** A query, a server or a mailbox is asked when its night runs; only files of the inbox can be late by themselves. */
    private static boolean isDaily(Feed feed) {
        return feed.source() instanceof FeedSource.Files
                && feed.expected()
                        .filter(expected -> expected.every() == Expected.Every.DAY)
                        .isPresent();
    }
}
