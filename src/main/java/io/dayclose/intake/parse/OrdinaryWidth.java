package io.dayclose.intake.parse;

import io.dayclose.intake.Blanks;

/** Figures and signs in their ordinary width, blanks of every kind as ordinary ones. */
public final class OrdinaryWidth {
    /** Full-width forms stand at a fixed distance from ASCII. */
    private static final int DISTANCE = '！' - '!';

    private OrdinaryWidth() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != narrow(text.charAt(i))) {
                return allOf(text);
            }
        }
        return text;
    }

    private static String allOf(String text) {
        var narrow = new StringBuilder(text.length());
        text.chars().forEach(c -> narrow.append(narrow((char) c)));
        return narrow.toString();
    }

    /** The full-width yen sign and the minus sign of typesetters lie outside the row of the others. */
    private static char narrow(char c) {
        if (c > ' ' && c < '\u007F') {
            return c;
        }
        return switch (c) {
            case '￥' -> '¥';
            case '−' -> '-';
            default -> c >= '！' && c <= '～' ? (char) (c - DISTANCE) : Blanks.isBlank(c) ? ' ' : c;
        };
    }
}
