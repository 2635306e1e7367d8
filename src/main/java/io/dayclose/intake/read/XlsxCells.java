package io.dayclose.intake.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;

/**
 * What a workbook's number says in words: a date where its format is one, leading zeros where its format adds them, and
 * no more digits than the program that wrote it knows.
 */
final class XlsxCells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Spreadsheets keep 15 digits; what stands behind is noise of their arithmetic. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    private final StylesTable styles;
    private final boolean since1904;

    /** By style, because a large workbook has millions of cells and a handful of styles. */
    private final Map<Integer, Form> forms = new HashMap<>();

    XlsxCells(StylesTable styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    /** How a style shows numbers: as dates, or filled up with noughts to so many digits. */
    private record Form(boolean isDate, int digits) {
        static final Form PLAIN = new Form(false, 0);
    }

    String number(String raw, int style) {
        var number = new BigDecimal(raw);
        var form = forms.computeIfAbsent(style, this::form);
        if (form.isDate()) {
            return date(number);
        }
        var plain = number.round(PRECISION);
        if (plain.precision() - plain.scale() > PRECISION.getPrecision()) {
            var digits = number.stripTrailingZeros();
            return digits.unscaledValue() + "E+" + -digits.scale();
        }
        var text = plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        return isWhole(text) ? "0".repeat(Math.max(0, form.digits() - text.length())) + text : text;
    }

    private static boolean isWhole(String text) {
        return text.indexOf('.') < 0 && text.charAt(0) != '-';
    }

    private Form form(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return Form.PLAIN;
        }
        var format = styles.getStyleAt(style).getDataFormatString();
        var text = format == null ? "" : format;
        boolean isDate = DateUtil.isADateFormat(styles.getStyleAt(style).getDataFormat(), text);
        return new Form(isDate, text.chars().allMatch(c -> c == '0') ? text.length() : 0);
    }

    /** The day, with the time of day where there is one. A serial that is no date stays a number, to be told so. */
    private String date(BigDecimal serial) {
        LocalDateTime time = DateUtil.getLocalDateTime(serial.doubleValue(), since1904, true);
        if (time == null) {
            return serial.toPlainString();
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIME.format(time);
    }
}
