package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Further headers in the middle of a table, as when files are put behind one another. From there on the rows are read by them,
 * whatever the order of their columns.
 */
final class HeaderAgain {
    private final List<String> header;
    private final List<String> plain;
    private final Set<String> names;
    private final TableSigns signs;
    /** Whether a name ends with a digit, as most codes do and hardly any name. */
    private final boolean numbered;

    private int @Nullable [] order;

    HeaderAgain(List<String> header, TableSigns signs) {
        this.header = header;
        this.signs = signs;
        plain = header.stream().map(HeaderName::plain).toList();
        names = new HashSet<>(plain);
        numbered = plain.stream().anyMatch(name -> name.matches(".*\\d"));
    }

    /** Whether a row is such a header; the rows after it are then its rows. */
    boolean isHeaderAgain(SourceRow row) {
        if (signs.recordsOnly() || row.damaged() || !beginsWithName(row)) {
            return false;
        }
        var found = Arrays.stream(row.cells(), 0, TrailingBlanks.length(row.cells()))
                .map(Blanks::strip)
                .toList();
        boolean same = found.equals(header);
        if (!same && !(signs.isHeader(found) && signs.known(found) > 1)) {
            return false;
        }
        order = same
                ? null
                : found.stream().map(HeaderName::plain).mapToInt(plain::indexOf).toArray();
        return true;
    }

    private boolean beginsWithName(SourceRow row) {
        for (var cell : row.cells()) {
            if (!TrailingBlanks.isBlank(cell)) {
                return (numbered || !Character.isDigit(cell.charAt(cell.length() - 1)))
                        && names.contains(HeaderName.plain(cell));
            }
        }
        return false;
    }

    /** The row with its cells under the table's header. What it has in a column that the table lacks is damage, not left out. */
    SourceRow inOrder(SourceRow row) {
        var places = order;
        if (places == null || row.damaged()) {
            return row;
        }
        var cells = new String[header.size()];
        Arrays.fill(cells, "");
        for (int i = 0; i < TrailingBlanks.length(row.cells()); i++) {
            if (i >= places.length || places[i] < 0 && !TrailingBlanks.isBlank(row.cells()[i])) {
                return row.with(row.cells(), true);
            }
            if (places[i] >= 0) {
                cells[places[i]] = row.cells()[i];
            }
        }
        return row.with(cells, false);
    }
}
