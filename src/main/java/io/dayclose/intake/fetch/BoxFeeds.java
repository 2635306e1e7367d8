package io.dayclose.intake.fetch;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FileGlob;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the feeds that share a mailbox make of a mail: a stranger to one of them may be known to another. Knows no server. */
record BoxFeeds(List<Feed> feeds) {

    static BoxFeeds of(List<Feed> all, FeedSource.Mailbox box) {
        return new BoxFeeds(all.stream()
                .filter(feed -> feed.source() instanceof FeedSource.Mailbox other && other.isSameBox(box))
                .toList());
    }

    /** Those that believe a mail with these addresses in its From. */
    BoxFeeds trusting(List<String> from) {
        return new BoxFeeds(
                feeds.stream().filter(feed -> box(feed).senders().include(from)).toList());
    }

    /** Those that take a file by its name, on this night or another. */
    List<Feed> taking(String name) {
        return feeds.stream()
                .filter(feed -> new FileGlob(box(feed).wanted().glob()).takes(name, LocalDate.MAX))
                .toList();
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    /** Whether it is for this feed to tell what concerns all of them: one says it, not each. */
    boolean isFirst(Feed feed) {
        return !feeds.isEmpty() && feeds.get(0).name().equals(feed.name());
    }

    /** The names they take, for people. */
    String globs() {
        return feeds.stream().map(feed -> box(feed).wanted().glob()).collect(Collectors.joining(", "));
    }

    private static FeedSource.Mailbox box(Feed feed) {
        return (FeedSource.Mailbox) feed.source();
    }
}
