package io.dayclose.intake.fact;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;

/** A feed whose rows were written down by ourselves: its own headers and expressions, our layout. */
final class QueryFeed {
    private QueryFeed() {}

    static Feed of(Feed feed) {
        var layout = new Layout(
                ',', '.', "UTF-8", feed.layout().dates(), 1, 10, feed.layout().words());
        return feed.writtenAs(layout, feed.headers(), feed.derive());
    }
}
