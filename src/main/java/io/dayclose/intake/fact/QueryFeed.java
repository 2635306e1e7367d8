package io.dayclose.intake.fact;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;

/** A feed whose rows were written down by ourselves: its own headers and expressions, our layout. */
final class QueryFeed {
    private QueryFeed() {}

    static Feed of(Feed feed) {
        var own = Layout.CANONICAL;
        var layout = new Layout(
                own.delimiter(),
                own.decimal(),
                "UTF-8",
                feed.layout().dates(),
                own.maxMegabytes(),
                feed.layout().words(),
                own.frame());
        return feed.writtenAs(layout, feed.headers(), feed.derive());
    }
}
