package io.dayclose.intake.parse;

import io.dayclose.intake.Blanks;

/**
 * Takes a text out of the marks by which a spreadsheet program is made to leave it a text: {@code ="00123"}, and an
 * apostrophe or a backtick before it. What is taken out has no marks left, so that reading it again changes nothing.
 */
public final class SpreadsheetQuoting {
    private SpreadsheetQuoting() {}

    static String text(String cell) {
        var text = Blanks.strip(cell);
        var inner = text.isEmpty() ? text : inner(text);
        while (!inner.equals(text)) {
            text = Blanks.strip(inner);
            inner = text.isEmpty() ? text : inner(text);
        }
        return text;
    }

    private static String inner(String text) {
        return switch (text.charAt(0)) {
            case '=' -> quoted(text);
            case '\'', '`' -> marked(text, text.charAt(0));
            default -> text;
        };
    }

    /** A quote inside is written twice; a single one says that this is a formula and no text. */
    private static String quoted(String text) {
        if (text.length() < 3 || text.charAt(1) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        var inner = text.substring(2, text.length() - 1);
        return inner.replace("\"\"", "").indexOf('"') < 0 ? inner.replace("\"\"", "\"") : text;
    }

    /** The mark stands before the text, or around it; one that stands elsewhere too belongs to the text. */
    private static String marked(String text, char mark) {
        int next = text.indexOf(mark, 1);
        if (next < 0) {
            return text.substring(1);
        }
        return next == text.length() - 1 ? text.substring(1, next) : text;
    }
}
