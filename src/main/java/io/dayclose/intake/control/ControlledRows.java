package io.dayclose.intake.control;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.Remark;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a source without the row of totals at its end. */
public final class ControlledRows implements RowSource {
    private final RowSource rows;
    private final ControlTotals totals;
    private final List<String[]> trailer = new ArrayList<>();

    private ControlledRows(RowSource rows, ControlTotals totals) {
        this.rows = rows;
        this.totals = totals;
    }

    /** The rows as they are, unless the feed says that totals stand among them. */
    public static RowSource of(RowSource rows, Feed feed) {
        return feed.controls().isPresent() ? new ControlledRows(rows, new ControlTotals(feed)) : rows;
    }

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        var row = rows.next();
        while (row != null && totals.isTrailer(row.cells())) {
            trailer.add(row.cells());
            row = rows.next();
        }
        return row;
    }

    /** The rows of totals met so far. */
    List<String[]> trailer() {
        return trailer;
    }

    @Override
    public Optional<String> damage() {
        return rows.damage();
    }

    @Override
    public List<Remark> remarks() {
        return rows.remarks();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
