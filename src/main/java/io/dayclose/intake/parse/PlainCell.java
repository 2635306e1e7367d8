package io.dayclose.intake.parse;

import io.dayclose.config.feed.ColumnType;

/** Cells that are kept as they stand: codes of Latin letters and digits, and whole numbers without anything around them. */
final class PlainCell {
    private static final int LONGEST_NUMBER = 18;

    private PlainCell() {}

    static boolean isOne(ColumnType type, String cell) {
        return switch (type) {
            case CODE -> isCode(cell);
            case WHOLE -> isWhole(cell);
            default -> false;
        };
    }

    private static boolean isCode(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean plain =
                    c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_';
            if (!plain) {
                return false;
            }
        }
        return !cell.isEmpty() && cell.length() <= ColumnType.CODE.length();
    }

    private static boolean isWhole(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return !cell.isEmpty() && cell.length() <= LONGEST_NUMBER && (cell.charAt(0) != '0' || cell.length() == 1);
    }
}
