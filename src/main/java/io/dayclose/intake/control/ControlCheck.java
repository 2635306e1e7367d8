package io.dayclose.intake.control;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.Rows;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.read.Wanted;
import io.dayclose.text.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a file holds with what its sender states of it, before a row of it becomes a fact. A file that differs,
 * or whose totals are missing, is put into quarantine whole: which row is too many or too few nobody can tell.
 */
public final class ControlCheck {
    private final Feed feed;
    private final Feed.Controls controls;
    private final Locality locality;

    private ControlCheck(Feed feed, Feed.Controls controls, Locality locality) {
        this.feed = feed;
        this.locality = locality;
        this.controls = controls;
    }

    /**
     * Returns the number of rows that is stated, where one is.
     *
     * @throws UnreadableSource with both figures when the totals differ, or saying that there are none
     */
    public static Optional<BigDecimal> check(Path file, Feed feed, Locality locality) {
        try {
            return feed.controls().isPresent()
                    ? new ControlCheck(feed, feed.controls().get(), locality).check(file)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw UnreadableSource.of(unreadable);
        }
    }

    private Optional<BigDecimal> check(Path file) throws IOException {
        var totals = new ControlTotals(feed);
        try (var rows = ControlledRows.open(file, Wanted.of(feed), totals)) {
            var held = held(rows);
            totals.read(beside(file));
            totals.read(rows.trailer());
            if (!totals.isComplete()) {
                throw UnreadableSource.quarantined(
                        Message.CONTROL_MISSING, totals.labels(), file.getFileName() + RowSource.TOTALS);
            }
            totals.count().ifPresent(stated -> compare(controls.count().orElse(""), stated, held.count()));
            totals.sum().ifPresent(stated -> compare(controls.sum().orElse(""), stated, held.sum()));
            return totals.count();
        }
    }

    private static void compare(String what, BigDecimal stated, BigDecimal held) {
        if (stated.compareTo(held) != 0) {
            throw UnreadableSource.quarantined(
                    Message.CONTROL_DIFFERS,
                    what,
                    stated.toPlainString(),
                    held.toPlainString(),
                    held.subtract(stated).toPlainString());
        }
    }

    /** What a file really holds. */
    private record Held(BigDecimal count, BigDecimal sum) {}

    private Held held(ControlledRows rows) throws IOException {
        var translator = Translator.of(feed, rows.header(), locality);
        translator.unnamed().ifPresent(name -> {
            throw new UnreadableSource(Message.HEADER_MISSING, name, feed.name());
        });
        int column = controls.sum().map(feed.schema()::index).orElse(-1);
        long count = 0;
        var sum = BigDecimal.ZERO;
        for (var row = rows.next(); row != null; row = rows.next()) {
            count++;
            var value = column < 0 ? null : translator.translate(row).values()[column];
            sum = sum.add(value == null ? BigDecimal.ZERO : new BigDecimal(value.toString()));
        }
        if (rows.damage().isPresent()) {
            throw new UnreadableSource(Message.FILE_UNREADABLE, rows.damage().get());
        }
        return new Held(BigDecimal.valueOf(count), sum);
    }

    private static List<String[]> beside(Path file) throws IOException {
        var control = file.resolveSibling(file.getFileName() + RowSource.TOTALS);
        var found = new ArrayList<String[]>();
        if (Files.exists(control)) {
            found.addAll(Rows.all(control));
        }
        return found;
    }
}
