package io.dayclose.intake.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
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

    XlsxCells(StylesTable styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    String number(String raw, int style) {
        var number = new BigDecimal(raw);
        var format = format(style);
        if (DateUtil.isADateFormat(styleFormat(style), format)) {
            return date(number);
        }
        var plain = number.round(PRECISION);
        if (plain.precision() - plain.scale() > PRECISION.getPrecision()) {
            var digits = number.stripTrailingZeros();
            return digits.unscaledValue() + "E+" + -digits.scale();
        }
        var text = plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        boolean zeros = !format.isEmpty() && format.chars().allMatch(c -> c == '0') && text.matches("\\d+");
        return zeros ? "0".repeat(Math.max(0, format.length() - text.length())) + text : text;
    }

    private int styleFormat(int style) {
        return style < 0 || style >= styles.getNumCellStyles()
                ? 0
                : styles.getStyleAt(style).getDataFormat();
    }

    private String format(int style) {
        var format = style < 0 || style >= styles.getNumCellStyles()
                ? null
                : styles.getStyleAt(style).getDataFormatString();
        return format == null ? "" : format;
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
