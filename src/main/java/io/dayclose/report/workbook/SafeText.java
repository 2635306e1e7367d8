package io.dayclose.report.workbook;

import java.util.regex.Pattern;

/** Text that any spreadsheet program takes as it is meant. */
final class SafeText {
    private static final int LONGEST = 32_767;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern ESCAPE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    private SafeText() {}

    /** Drops characters XML forbids, keeps text that looks like an escape, and cuts at what a cell can hold. */
    static String of(String text) {
        var clean = FORBIDDEN.matcher(text).replaceAll("");
        var kept = clean.contains("_x") ? ESCAPE.matcher(clean).replaceAll("_x005F_$1") : clean;
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST - 1) + "…";
    }

    /** Whether a spreadsheet would take the text for a formula once somebody edits it. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
