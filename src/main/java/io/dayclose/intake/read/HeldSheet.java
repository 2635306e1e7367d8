package io.dayclose.intake.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sheet whose cells come in any order and are held until they are asked for: files that are small by their kind. */
final class HeldSheet {
    private final Map<Integer, List<String>> rows = new TreeMap<>();
    private final List<CellSpan> merged = new ArrayList<>();

    /** @param row from 0, as the formats count */
    void put(int row, int column, String text) throws UnreadableFile {
        if (TrailingBlanks.isBlank(text)) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new UnreadableFile("columns", Limits.COLUMNS);
        }
        var cells = rows.computeIfAbsent(row, any -> new ArrayList<>());
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** Rows from 0. */
    void merge(int column, int first, int last) {
        if (last > first) {
            merged.add(new CellSpan(column, first + 1, last + 1));
        }
    }

    TableRows open() {
        var filler = new MergedCells(merged);
        Iterator<Map.Entry<Integer, List<String>>> each = rows.entrySet().iterator();
        return new TableRows() {
            @Override
            public void countOnce(int[] columns) {
                filler.countOnce(columns);
            }

            @Override
            public @Nullable SourceRow next() {
                if (!each.hasNext()) {
                    return null;
                }
                var row = each.next();
                return filler.filled(
                        new SourceRow(row.getKey() + 1L, row.getValue().toArray(String[]::new), false));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
