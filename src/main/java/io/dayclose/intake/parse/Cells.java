package io.dayclose.intake.parse;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.ColumnType;
import io.dayclose.config.feed.Layout;
import io.dayclose.config.mail.MailAddresses;
import io.dayclose.intake.Blanks;
import io.dayclose.intake.Reason;
import io.dayclose.intake.read.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a text into what its column holds, or says why it is not that. */
final class Cells {
    private static final Pattern SCIENTIFIC_CODE = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+\\d+");
    private static final Pattern CODE_WITH_FRACTION = Pattern.compile("\\d+\\.0+");
    private static final Pattern FORMULA = Pattern.compile("(?s)=[\\p{L}\\p{N}\"'($+\\-\\[{@#].*");
    private static final int REPLACEMENT = 0xFFFD;

    /** What people write where there is no address. */
    private static final Set<String> NO_ADDRESS = Set.of("无", "没有", "暂无", "-", "—", "/", "n/a", "na", "none", "nil");

    private final Numbers numbers;
    private final Dates dates;
    private final Noticed noticed;
    private final Map<String, Map<String, String>> declared;
    private final Map<String, Words> words = new HashMap<>();

    Cells(Layout layout, Locality locality, Noticed noticed) {
        numbers = new Numbers(layout.decimal());
        dates = new Dates(layout.dates(), locality);
        declared = layout.words();
        this.noticed = noticed;
    }

    /** A text as people see it: a formula without a value by its own text. */
    static String shown(String text) {
        return isUnsolved(text) ? "=" + text.substring(text.startsWith("=", 1) ? 2 : 1) : text;
    }

    static boolean isUnsolved(String text) {
        return !text.isEmpty() && text.charAt(0) == SourceRow.UNSOLVED;
    }

    /**
     * The value of a text that is not empty.
     *
     * @throws UnreadableCell with the reason
     */
    Object parse(Column column, String text) {
        if (isUnsolved(text) || text.charAt(0) == '=' && FORMULA.matcher(text).matches()) {
            throw new UnreadableCell(Reason.FORMULA_UNSOLVED);
        }
        try {
            return value(column, text);
        } catch (UnreadableCell unreadable) {
            var unseen = column.type() == ColumnType.TEXT
                    ? null
                    : InvisibleCharacters.in(text).orElse(null);
            throw unseen == null ? unreadable : new UnreadableCell(Reason.BAD_CHARACTER, unseen);
        }
    }

    private Object value(Column column, String text) {
        return switch (column.type()) {
            case CODE -> code(column, text);
            case TEXT -> text(text, column.type());
            case MAILS -> mails(text);
            case WHOLE -> numbers.whole(text);
            case MONEY -> numbers.exact(text, 2);
            case PRICE -> numbers.asStated(text, 8);
            case FIGURE -> numbers.exact(text, 4);
            case DATE -> dates.date(text);
            case TIME -> dates.time(text);
            case MONTH -> dates.month(text);
            case FLAG, CHOICE -> word(column, text);
        };
    }

    /** The number a text is, for an expression. */
    BigDecimal number(String text) {
        return numbers.read(text);
    }

    /** The day a text is, for an expression. */
    LocalDate date(String text) {
        return dates.date(text);
    }

    private String code(Column column, String text) {
        if (text.indexOf('+') > 0 && SCIENTIFIC_CODE.matcher(text).matches()) {
            throw new UnreadableCell(Reason.SCIENTIFIC_NOTATION);
        }
        if (text.indexOf('.') > 0 && CODE_WITH_FRACTION.matcher(text).matches()) {
            var whole = text.substring(0, text.indexOf('.'));
            noticed.fraction(column, text, whole);
            return text(whole, ColumnType.CODE);
        }
        return column.words().isEmpty() ? text(withOrdinaryBlanks(text), ColumnType.CODE) : known(column, text);
    }

    /** One of the words the program knows, or another one, which is told. */
    private String known(Column column, String text) {
        var word = words(column).find(text);
        if (word.isEmpty()) {
            noticed.strange(column, text);
        }
        return text(word.orElse(withOrdinaryBlanks(text)), ColumnType.CODE);
    }

    /** Two codes that differ in the kind of a blank look the same. */
    private static String withOrdinaryBlanks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0080' && Blanks.isBlank(text.charAt(i))) {
                return text.replaceAll("[\\h\u2007\u202F]", " ");
            }
        }
        return text;
    }

    private static String text(String text, ColumnType type) {
        if (text.length() > type.length() && text.codePointCount(0, text.length()) > type.length()) {
            int length = text.codePointCount(0, text.length());
            throw new UnreadableCell(Reason.TOO_LONG, length + " > " + type.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && (type == ColumnType.CODE || c != '\n') || c == REPLACEMENT) {
                throw new UnreadableCell(Reason.BAD_CHARACTER, InvisibleCharacters.name(c));
            }
            if (c >= '\u007F' && type == ColumnType.CODE && InvisibleCharacters.isUnseen(text.codePointAt(i))) {
                throw new UnreadableCell(Reason.BAD_CHARACTER, InvisibleCharacters.name(text.codePointAt(i)));
            }
        }
        return text;
    }

    /** Every one of them can be sent to; kept as servers know them, so that none has to be understood again. */
    private static String mails(String text) {
        if (NO_ADDRESS.contains(text.toLowerCase(Locale.ROOT))) {
            return "";
        }
        try {
            return text(String.join("; ", MailAddresses.of(OrdinaryWidth.of(text))), ColumnType.MAILS);
        } catch (MailAddresses.NoAddress none) {
            throw new UnreadableCell(Reason.BAD_ADDRESS, String.valueOf(none.getMessage()));
        }
    }

    private Words words(Column column) {
        return words.computeIfAbsent(column.name(), name -> new Words(column, declared.getOrDefault(name, Map.of())));
    }

    private String word(Column column, String text) {
        return words(column)
                .find(text)
                .orElseThrow(() -> new UnreadableCell(Reason.NOT_IN_LIST, String.join(", ", column.words())));
    }
}
