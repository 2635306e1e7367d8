/**
 * Feeds as data: what the canonical columns are and how a home declares where they come from.
 *
 * <p>{@link io.dayclose.config.feed.FeedCatalogue} holds the {@link io.dayclose.config.feed.FeedSchema} of each
 * delivered feed (from {@code catalogue.yml}); {@link io.dayclose.config.feed.Feed} is one home's declaration, read and
 * checked by {@link io.dayclose.config.feed.FeedReader}.
 */
@NullMarked
package io.dayclose.config.feed;

import org.jspecify.annotations.NullMarked;
