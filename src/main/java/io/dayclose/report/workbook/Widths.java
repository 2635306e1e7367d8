package io.dayclose.report.workbook;

import io.dayclose.text.CellWidth;

/** Column widths without fonts: a Chinese character is two units wide. */
final class Widths {
    private static final int LEAST = 8;
    private static final int MOST = 60;
    private static final int UNITS = 256;

    private Widths() {}

    /** How many lines a text takes in a column of a width; one where the width is not fixed. */
    static int lines(String text, int width) {
        int room = width - 1;
        return room <= 0 ? 1 : (CellWidth.of(text) + room - 1) / room;
    }

    /** The width Excel stores for so many characters, within what is readable. */
    static int stored(int characters) {
        return Math.max(LEAST, Math.min(MOST, characters + 3)) * UNITS;
    }
}
