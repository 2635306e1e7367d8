package io.dayclose.intake.parse;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.intake.read.HeaderName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Headers that are nearly the names of columns a file lacks: an optional column that is lost by a slip would else be lost in
 * silence.
 */
final class NearHeaders {
    private final Feed feed;
    private final List<String> header;

    private NearHeaders(Feed feed, List<String> header) {
        this.feed = feed;
        this.header = header;
    }

    /** Each as {@code found → meant}; empty when there is none. */
    static String of(Feed feed, List<String> header) {
        return new NearHeaders(feed, header).find();
    }

    private String find() {
        var meant = new HashSet<String>();
        var missing = new HashSet<String>();
        for (var column : feed.schema().columns()) {
            var names = names(column);
            boolean found = header.stream().map(HeaderName::plain).anyMatch(names::contains);
            meant.addAll(names);
            if (!found && !feed.derive().containsKey(column.name())) {
                missing.addAll(names);
            }
        }
        return header.stream()
                .filter(name -> !meant.contains(HeaderName.plain(name)) && !isRead(name))
                .flatMap(name -> slip(name, missing))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> slip(String name, Set<String> missing) {
        return Nearest.slip(HeaderName.plain(name), missing).map(column -> name + " → " + column).stream();
    }

    private Set<String> names(Column column) {
        return Stream.concat(Stream.of(column.name()), feed.headers().getOrDefault(column.name(), List.of()).stream())
                .map(HeaderName::plain)
                .collect(Collectors.toSet());
    }

    private boolean isRead(String name) {
        return feed.derive().values().stream().anyMatch(expression -> expression.contains(name));
    }
}
