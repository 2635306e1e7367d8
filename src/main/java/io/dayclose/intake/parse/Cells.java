package io.dayclose.intake.parse;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.ColumnType;
import io.dayclose.config.feed.Layout;
import io.dayclose.intake.Reason;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns a text into what its column holds, or says why it is not that. */
final class Cells {
    private static final Pattern SCIENTIFIC_CODE = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+\\d+");
    private static final int REPLACEMENT = 0xFFFD;

    private final Numbers numbers;
    private final Dates dates;
    private final Map<String, Map<String, String>> words;

    Cells(Layout layout) {
        numbers = new Numbers(layout.decimal());
        dates = new Dates(layout.dates());
        words = layout.words();
    }

    /**
     * The value of a text that is not empty.
     *
     * @throws UnreadableCell with the reason
     */
    Object parse(Column column, String text) {
        return switch (column.type()) {
            case CODE -> code(text);
            case TEXT -> text(text, column.type());
            case WHOLE -> numbers.whole(text);
            case MONEY -> numbers.exact(text, 2);
            case PRICE -> numbers.asStated(text, 8);
            case FIGURE -> numbers.exact(text, 4);
            case DATE -> dates.date(text);
            case TIME -> dates.time(text);
            case MONTH -> dates.month(text);
            case FLAG -> flag(ours(column, text));
            case CHOICE -> choice(column, ours(column, text));
        };
    }

    /** Our word for what the sender writes. */
    private String ours(Column column, String text) {
        return words.getOrDefault(column.name(), Map.of()).getOrDefault(text, text);
    }

    private static String code(String text) {
        if (text.indexOf('+') > 0 && SCIENTIFIC_CODE.matcher(text).matches()) {
            throw new UnreadableCell(Reason.SCIENTIFIC_NOTATION);
        }
        return text(text, ColumnType.CODE);
    }

    private static String text(String text, ColumnType type) {
        if (text.length() > type.length() && text.codePointCount(0, text.length()) > type.length()) {
            int length = text.codePointCount(0, text.length());
            throw new UnreadableCell(Reason.TOO_LONG, length + " > " + type.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unseen = type == ColumnType.CODE && Character.getType(c) == Character.FORMAT;
            if (unseen || c < ' ' && (type == ColumnType.CODE || c != '\n') || c == REPLACEMENT) {
                throw new UnreadableCell(Reason.BAD_CHARACTER, "U+%04X".formatted((int) c));
            }
        }
        return text;
    }

    private static String flag(String text) {
        if (text.equalsIgnoreCase("Y")) {
            return "Y";
        }
        if (text.equalsIgnoreCase("N")) {
            return "N";
        }
        throw new UnreadableCell(Reason.NOT_IN_LIST, "Y, N");
    }

    private static String choice(Column column, String text) {
        if (!column.choices().contains(text)) {
            throw new UnreadableCell(Reason.NOT_IN_LIST, String.join(", ", column.choices()));
        }
        return text;
    }
}
