package io.dayclose.intake.describe;

import io.dayclose.intake.Blanks;
import io.dayclose.intake.read.FileLook;
import io.dayclose.intake.read.SourceRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of a file that looks most like records, its header and the rows below it.
 *
 * @param table its name, empty where it has none
 */
record Found(String table, List<String> header, List<String[]> rows) {
    private static final int HEADER_WITHIN = 50;

    /** The row with the most known names of all visible tables; of several the first. */
    static Optional<Found> in(FileLook file) {
        return file.tables().stream()
                .filter(FileLook.Table::visible)
                .flatMap(table -> headers(table).map(at -> of(table, at)))
                .max(Comparator.comparingLong(Found::known));
    }

    private static Stream<Integer> headers(FileLook.Table table) {
        var rows = table.rows();
        return IntStream.range(0, Math.min(HEADER_WITHIN, rows.size()))
                .boxed()
                .max(Comparator.comparingLong((Integer at) -> known(cells(rows.get(at))))
                        .thenComparing(at -> -at))
                .stream();
    }

    private static Found of(FileLook.Table table, int header) {
        var below = table.rows().subList(header + 1, table.rows().size()).stream()
                .map(SourceRow::cells)
                .toList();
        return new Found(table.name(), cells(table.rows().get(header)), below);
    }

    private static List<String> cells(SourceRow row) {
        return Arrays.stream(row.cells()).map(Blanks::strip).toList();
    }

    private long known() {
        return known(header);
    }

    private static long known(List<String> cells) {
        return cells.stream().filter(KnownHeaders::isKnown).count();
    }

    /** The filled cells below a header. */
    List<String> values(int column) {
        return rows.stream()
                .filter(row -> column < row.length)
                .map(row -> Blanks.strip(row[column]))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
