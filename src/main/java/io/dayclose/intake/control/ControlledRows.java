package io.dayclose.intake.control;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.Remark;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.Rows;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.intake.read.Wanted;
import io.dayclose.text.Bilingual;
import java.io.IOException;
import java.nio.file.Path;
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

    /**
     * Opens a file as its rows are, unless the feed says that totals stand among them.
     *
     * @throws IOException saying why the file cannot be read
     */
    public static RowSource open(Path file, Feed feed, Wanted wanted) throws IOException {
        return feed.controls().isPresent() ? open(file, wanted, new ControlTotals(feed)) : Rows.open(file, wanted);
    }

    static ControlledRows open(Path file, Wanted wanted, ControlTotals totals) throws IOException {
        return new ControlledRows(Rows.open(file, wanted.keeping(totals::isTrailer)), totals);
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
    public List<String> tables() {
        return rows.tables();
    }

    @Override
    public Optional<Bilingual> damage() {
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
