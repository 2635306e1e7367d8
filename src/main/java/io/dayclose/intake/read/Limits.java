package io.dayclose.intake.read;

/** What no table of figures has: beyond it a file was made to fill the memory, or is no table. */
final class Limits {
    /** Characters of a line, or of one cell of a workbook. */
    static final int LINE = 1 << 20;
    /** Bytes of such a line in the encoding that needs most. */
    static final long LINE_BYTES = 4L * LINE;

    static final int COLUMNS = 500;
    /** Rows in which a header is looked for. */
    static final int HEADER_WITHIN = 50;

    private Limits() {}
}
