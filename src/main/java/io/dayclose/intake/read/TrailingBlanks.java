package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;

/** The empty cells that many programs write behind the last filled one of a row. */
final class TrailingBlanks {
    private TrailingBlanks() {}

    /** How many cells there are up to the last filled one. */
    static int length(String[] cells) {
        int length = cells.length;
        while (length > 0 && isBlank(cells[length - 1])) {
            length--;
        }
        return length;
    }

    static boolean isBlank(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!Blanks.isBlank(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
