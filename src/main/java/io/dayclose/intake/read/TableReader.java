package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import io.dayclose.intake.read.TableSigns.Places;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table: its rows below the header without what is none. A row that does not look like a record waits
 * until the rows after it are known: before another record it is a damaged record, at the end it may be a closing row.
 */
final class TableReader implements Closeable {
    private static final int MOST_HELD = 20_000;

    private final TableRows rows;
    private final FoundTable table;
    private final Wanted wanted;
    private final Places places;
    private final ColumnShapes shapes;
    private final HeaderAgain order;
    private final @Nullable Pattern footer;
    private final Deque<SourceRow> held = new ArrayDeque<>();
    private final Deque<SourceRow> ready = new ArrayDeque<>();
    private final SkippedRows leftOut;
    private final String[] above;

    TableReader(TableRows rows, FoundTable table, Wanted wanted, SkippedRows leftOut) throws IOException {
        this.rows = rows;
        this.table = table;
        this.wanted = wanted;
        this.leftOut = leftOut;
        places = wanted.signs().places(table.header());
        shapes = new ColumnShapes(table.header().size());
        order = new HeaderAgain(table.header(), wanted.signs());
        footer = wanted.layout().frame().footer().map(Pattern::compile).orElse(null);
        above = new String[table.header().size()];
        Arrays.fill(above, "");
        skipToHeader();
    }

    private void skipToHeader() throws IOException {
        var row = rows.next();
        while (row != null && row.line() < table.line()) {
            row = rows.next();
        }
        rows.expect(table.header().size());
        rows.countOnce(places.figures());
    }

    /** The next record, or null after the last. */
    @Nullable
    SourceRow next() throws IOException {
        while (ready.isEmpty()) {
            var row = rows.next();
            if (row == null) {
                return end();
            }
            take(row);
        }
        return ready.poll();
    }

    private @Nullable SourceRow end() {
        boolean label = false;
        while (!held.isEmpty()) {
            var row = held.poll();
            label = isClosing(row, label);
            if (label) {
                leftOut.add(row);
            } else {
                record(row);
            }
        }
        return ready.poll();
    }

    private void take(SourceRow raw) {
        if (wanted.kept().test(raw.cells())) {
            release();
            ready.add(raw.with(raw.cells(), true));
        } else if (isFooter(raw) || order.isHeaderAgain(raw)) {
            leftOut.add(raw);
        } else if (!isEmpty(raw)) {
            judge(fitted(order.inOrder(raw)));
        }
    }

    private void judge(SourceRow row) {
        if (!row.damaged() && isTotal(row)) {
            leftOut.addSum(row);
        } else if (row.damaged() || lacksMost(row)) {
            hold(row);
        } else {
            release();
            shapes.learn(row.cells());
            record(row);
        }
    }

    private void hold(SourceRow row) {
        held.add(row);
        if (held.size() > MOST_HELD) {
            record(held.remove());
        }
    }

    private void release() {
        held.forEach(this::record);
        held.clear();
    }

    /** Formulas that were drawn down below the records, before anything has been entered beside them, say nothing. */
    private static boolean isEmpty(SourceRow row) {
        for (var cell : row.cells()) {
            if (!TrailingBlanks.isBlank(cell) && cell.charAt(0) != SourceRow.UNSOLVED) {
                return false;
            }
        }
        return true;
    }

    private boolean isFooter(SourceRow row) {
        return footer != null
                && footer.matcher(Blanks.strip(String.join(" ", row.cells()))).find();
    }

    /** A row ends with its last filled cell: what follows up to the header's end is empty, what stands beyond is damage. */
    private SourceRow fitted(SourceRow raw) {
        int width = table.header().size();
        if (raw.damaged() || TrailingBlanks.length(raw.cells()) > width || !rows.isWhole(raw.cells(), width)) {
            return raw.with(raw.cells(), true);
        }
        if (raw.cells().length == width) {
            return raw;
        }
        var cells = Arrays.copyOf(raw.cells(), width);
        for (int i = raw.cells().length; i < width; i++) {
            cells[i] = "";
        }
        return raw.with(cells, false);
    }

    private boolean isTotal(SourceRow row) {
        if (wanted.signs().recordsOnly() || !mayBeTotal(row)) {
            return false;
        }
        var first = first(row);
        return ClosingWords.isCertainTotal(first) || ClosingWords.isLikelyTotal(first) && lacksAny(row);
    }

    /** Most rows begin with a code: patterns are asked for the others only. */
    private static boolean mayBeTotal(SourceRow row) {
        for (var cell : row.cells()) {
            if (!TrailingBlanks.isBlank(cell)) {
                char last = Blanks.strip(cell).charAt(Blanks.strip(cell).length() - 1);
                return last < '0' || last > '9';
            }
        }
        return false;
    }

    /** A code may be such a word: what tells a sum is that it lacks what records have. */
    private boolean lacksAny(SourceRow row) {
        return places.needed().length == 0
                || lacks(places.needed(), row) > 0
                || lacks(places.filledDown(), row) > 0
                || shapes.lacksUsual(row.cells());
    }

    private static String first(SourceRow row) {
        return Arrays.stream(row.cells())
                .filter(cell -> !TrailingBlanks.isBlank(cell))
                .findFirst()
                .orElse("");
    }

    private boolean lacksMost(SourceRow row) {
        return places.needed().length > 0 && 2 * lacks(places.needed(), row) >= places.needed().length;
    }

    private boolean lacksKey(SourceRow row) {
        return places.key().length > 0 && lacks(places.key(), row) == places.key().length;
    }

    private static int lacks(int[] columns, SourceRow row) {
        int lacks = 0;
        for (int at : columns) {
            lacks += at >= row.cells().length || TrailingBlanks.isBlank(row.cells()[at]) ? 1 : 0;
        }
        return lacks;
    }

    /** @param label whether the row before was a closing one: figures stand below their names */
    private boolean isClosing(SourceRow row, boolean label) {
        if (wanted.signs().recordsOnly()) {
            return false;
        }
        if (!row.damaged() && lacksKey(row) || ClosingWords.isClosing(first(row))) {
            return true;
        }
        return shapes.areKnown() ? !shapes.fitAny(row.cells()) : label;
    }

    /** What stood in a damaged row nobody knows: the rows below it must not take what stood above it. */
    private void record(SourceRow row) {
        if (row.damaged()) {
            Arrays.fill(above, "");
        }
        ready.add(row.damaged() ? row : filledDown(row));
    }

    private SourceRow filledDown(SourceRow row) {
        for (int at : places.filledDown()) {
            if (TrailingBlanks.isBlank(row.cells()[at])) {
                row.cells()[at] = above[at];
            }
            above[at] = row.cells()[at];
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
