package io.dayclose.text;

/** How wide a text is drawn, in cells of a terminal or characters of a spreadsheet's column. */
public final class CellWidth {
    /** The first of the letters that are drawn two cells wide: radicals, ideographs, kana, full-width forms. */
    private static final int WIDE = 0x2E80;

    private CellWidth() {}

    public static int of(String text) {
        return text.codePoints().map(point -> point >= WIDE ? 2 : 1).sum();
    }
}
