package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What the cells of each column have looked like so far: digits, letters and Chinese characters by kind, everything else as
 * it is. A closing row is told from a record whose end is missing by whether its cells look like those above them.
 */
final class ColumnShapes {
    private static final int ENOUGH = 2_000;
    private static final int MOST_SHAPES = 50;

    private final Set<String>[] shapes;
    private final boolean[] alwaysFilled;
    private int rows;

    @SuppressWarnings({"unchecked", "rawtypes"})
    ColumnShapes(int width) {
        shapes = new Set[width];
        alwaysFilled = new boolean[width];
        Arrays.fill(alwaysFilled, true);
        for (int i = 0; i < width; i++) {
            shapes[i] = new HashSet<>();
        }
    }

    void learn(String[] cells) {
        if (rows++ >= ENOUGH) {
            return;
        }
        for (int i = 0; i < Math.min(cells.length, shapes.length); i++) {
            alwaysFilled[i] &= !TrailingBlanks.isBlank(cells[i]);
            if (!cells[i].isEmpty() && shapes[i].size() < MOST_SHAPES) {
                shapes[i].add(of(Blanks.strip(cells[i])));
            }
        }
    }

    /** Whether there was a record to learn from. */
    boolean areKnown() {
        return rows > 0;
    }

    /** Whether a cell is empty in a column that every record above has filled. */
    boolean lacksUsual(String[] cells) {
        for (int i = 0; i < alwaysFilled.length; i++) {
            if (alwaysFilled[i] && (i >= cells.length || TrailingBlanks.isBlank(cells[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any cell looks like those above it. The last one may be cut off in its middle. */
    boolean fitAny(String[] cells) {
        int last = TrailingBlanks.length(cells) - 1;
        for (int i = 0; i < Math.min(cells.length, shapes.length); i++) {
            if (!TrailingBlanks.isBlank(cells[i]) && fits(of(Blanks.strip(cells[i])), i, i == last)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String shape, int column, boolean cut) {
        return shapes[column].contains(shape)
                || shapes[column].size() == MOST_SHAPES
                || cut && shapes[column].stream().anyMatch(whole -> whole.startsWith(shape));
    }

    private static String of(String cell) {
        var shape = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            char kind = Character.isDigit(c) ? '9' : c < 128 && Character.isLetter(c) ? 'A' : c < 128 ? c : '字';
            if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }
}
