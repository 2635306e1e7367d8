package io.dayclose.intake.read;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is wanted of a file.
 *
 * @param signs what its table is known by
 * @param layout how it is written
 * @param sheet the only sheet that is wanted, whether people see it or not
 * @param kept rows that are handed out though they are no records, because somebody compares them
 */
public record Wanted(TableSigns signs, Layout layout, Optional<String> sheet, Predicate<String[]> kept) {

    public static Wanted of(Feed feed) {
        return new Wanted(
                TableSigns.of(feed), feed.layout(), named(feed.layout().frame()), row -> false);
    }

    /** Of a table that has its header first and nothing but records below it. */
    public static Wanted ofRecords(Feed feed) {
        var header = new Layout.Frame(Optional.empty(), 1, List.of(), Optional.empty());
        return new Wanted(TableSigns.ofRecords(feed), feed.layout().framed(header), Optional.empty(), row -> false);
    }

    private static Optional<String> named(Layout.Frame frame) {
        return frame.sheet().filter(name -> !name.equals(Layout.Frame.ALL));
    }

    /** The same of one sheet, where one is named. */
    public Wanted on(Optional<String> other) {
        return new Wanted(signs, layout, other.or(() -> sheet), kept);
    }

    public Wanted keeping(Predicate<String[]> rows) {
        return new Wanted(signs, layout, sheet, rows);
    }

    boolean hiddenToo() {
        return layout.frame().sheet().filter(Layout.Frame.ALL::equals).isPresent();
    }
}
