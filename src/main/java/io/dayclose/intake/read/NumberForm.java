package io.dayclose.intake.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number in a workbook says in words: a date where its format is one, leading zeros where its format adds them, and
 * no more digits than the program that wrote it knows.
 *
 * @param digits to which a whole number is filled up with zeros
 */
record NumberForm(boolean isDate, int digits) {
    static final NumberForm PLAIN = new NumberForm(false, 0);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Spreadsheets keep 15 digits; what stands behind is noise of their arithmetic. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

    /** A larger exponent is no figure, and writing it out would fill the memory. */
    private static final int LARGEST_EXPONENT = 400;

    static NumberForm of(int index, String format) {
        boolean isDate = DateUtil.isADateFormat(index, format) || isEastAsianDate(index, format);
        return new NumberForm(isDate, format.chars().allMatch(c -> c == '0') ? format.length() : 0);
    }

    /** Numbers of dates that only Chinese, Japanese and Korean programs know, and write without their format. */
    private static boolean isEastAsianDate(int index, String format) {
        return (index >= 27 && index <= 36 || index >= 50 && index <= 58)
                && (format.isEmpty() || format.startsWith("reserved"));
    }

    /**
     * How a workbook's numbers become texts.
     *
     * @param since1904 whether it counts its days from 1904, as on an old Macintosh, and not from 1900
     * @param decimal the separator that the layout says its texts have: numbers are written like them
     */
    record Notation(boolean since1904, char decimal) {}

    String text(BigDecimal number, Notation notation) {
        var text = text(number, notation.since1904());
        return isDate || notation.decimal() == '.' ? text : text.replace('.', notation.decimal());
    }

    private String text(BigDecimal number, boolean since1904) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            return number.toString();
        }
        if (isDate) {
            return date(number, since1904);
        }
        var plain = number.round(PRECISION);
        if (plain.precision() - plain.scale() > PRECISION.getPrecision()) {
            var digits = number.stripTrailingZeros();
            return digits.unscaledValue() + "E+" + -digits.scale();
        }
        var text = plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
        return isWhole(text) ? "0".repeat(Math.max(0, digits - text.length())) + text : text;
    }

    private static boolean isWhole(String text) {
        return text.indexOf('.') < 0 && text.charAt(0) != '-';
    }

    /** The day, with the time of day where there is one, cut to the second as in a text: the last moment of a day is of that day. A serial that is no date stays a number, to be told so. */
    private static String date(BigDecimal serial, boolean since1904) {
        var exact = DateUtil.getLocalDateTime(serial.doubleValue(), since1904, false);
        if (exact == null) {
            return serial.toPlainString();
        }
        var time = exact.truncatedTo(ChronoUnit.SECONDS);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIME.format(time);
    }
}
