package io.dayclose.job;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.expected.Owed;
import io.dayclose.intake.expected.OwedReports;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Follows what was expected and has not come. */
public final class OwedFeeds {
    private final Work work;
    private final LocalDate night;
    private final OwedReports reports;

    OwedFeeds(Work work, LocalDate night) {
        this.work = work;
        this.night = night;
        reports = new OwedReports(work.jdbc(), night);
    }

    /** Writes down what is owed, for reports that remind and escalate; must run in a transaction. */
    void follow(RunListener listener) {
        reports.keep(reports.of(work.home().feeds()));
        reports.strangers().forEach(file -> listener.notice(Problem.at("inbox/" + file, Message.SENDER_UNKNOWN, file)));
    }

    /** What of a feed has not come and the day cannot close without. */
    Optional<Problem> required(Feed feed) {
        var missing = names(reports.of(List.of(feed)), Owed::required);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.at("run", Message.FEED_REQUIRED, night, missing));
    }

    /** What of this date has not come and the day can close without, in words; empty when all has. */
    String missing() {
        return names(reports.of(work.home().feeds()), each -> !each.required());
    }

    private String names(List<Owed> owed, Predicate<Owed> which) {
        return owed.stream()
                .filter(each -> each.dueOn().equals(night) && which.test(each))
                .map(each -> each.name() + " (" + each.dueAt().toLocalTime() + ")")
                .collect(Collectors.joining(", "));
    }
}
