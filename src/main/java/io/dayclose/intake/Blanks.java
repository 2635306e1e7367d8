package io.dayclose.intake;

/**
 * Blanks as other programs write them around a text: spaces of every width, no-break spaces (U+00A0, U+2007, U+202F), the
 * ideographic space (U+3000), tabs, line breaks and byte order marks. Characters without width (U+200B and others) are no
 * blanks: nobody can tell whether they belong to a key, so they are named where they stand.
 */
public final class Blanks {
    private static final char MARK = '\uFEFF';

    private Blanks() {}

    public static boolean isBlank(char c) {
        return c <= ' ' || c >= '\u0080' && (Character.isSpaceChar(c) || c == '\u0085' || c == MARK);
    }

    /** The text without the blanks around it; the same object when there are none. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }
}
