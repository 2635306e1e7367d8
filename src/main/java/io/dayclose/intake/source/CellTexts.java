package io.dayclose.intake.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a query's result as UTF-8 texts. Where the server has sent the very text we want it is taken as it came:
 * making values of a million rows, and texts of them again, takes longer than fetching them.
 */
final class CellTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int TIME_LENGTH = "yyyy-MM-dd HH:mm:ss".length();

    /** What MySQL sends as the text a person would read, under the names its driver gives. Unsigned numbers may be padded. */
    private static final Set<String> READABLE = Set.of(
            "CHAR",
            "VARCHAR",
            "TINYTEXT",
            "TEXT",
            "MEDIUMTEXT",
            "LONGTEXT",
            "ENUM",
            "SMALLINT",
            "MEDIUMINT",
            "INT",
            "BIGINT",
            "DECIMAL");

    private enum Form {
        READABLE,
        /** A date or time: readable but for fractions of seconds, and for the date of noughts, of which the URL says what it means. */
        DATED,
        VALUE
    }

    private final ResultSet rows;
    private final Form[] forms;

    /** @param asText whether the server sends texts, in UTF-8 */
    CellTexts(ResultSet rows, boolean asText) throws SQLException {
        this.rows = rows;
        forms = new Form[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = asText ? form(rows.getMetaData().getColumnTypeName(i + 1)) : Form.VALUE;
        }
    }

    private static Form form(String type) {
        return switch (type) {
            case "DATE", "DATETIME" -> Form.DATED;
            default -> READABLE.contains(type) ? Form.READABLE : Form.VALUE;
        };
    }

    int count() {
        return forms.length;
    }

    String header(int column) throws SQLException {
        return rows.getMetaData().getColumnLabel(column + 1);
    }

    /** A cell of the row the result stands on, null where it is empty. */
    byte @Nullable [] text(int column) throws SQLException {
        return switch (forms[column]) {
            case READABLE -> rows.getBytes(column + 1);
            case DATED -> dated(column);
            case VALUE -> bytes(rows.getObject(column + 1));
        };
    }

    private byte @Nullable [] dated(int column) throws SQLException {
        var text = rows.getBytes(column + 1);
        if (text == null || text.length <= TIME_LENGTH && !isNoughts(text)) {
            return text;
        }
        try {
            return bytes(rows.getObject(column + 1));
        } catch (SQLException noDate) {
            return text; // one bad date is one returned voucher, not a source that is down
        }
    }

    private static boolean isNoughts(byte[] text) {
        return text[0] == '0' && text[1] == '0' && text[2] == '0' && text[3] == '0';
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return value == null ? null : text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Timestamp time) {
            return TIME.format(time.toLocalDateTime());
        }
        if (value instanceof Boolean flag) {
            return flag ? "Y" : "N";
        }
        return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
    }
}
