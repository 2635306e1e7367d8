package io.dayclose.text;

/** Texts cut to the length of the column they are kept in. */
public final class Shortened {
    private Shortened() {}

    /** The text, or its first characters where it is longer than that. */
    public static String to(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** The same with a mark in the place of what was cut off. */
    public static String withMark(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
