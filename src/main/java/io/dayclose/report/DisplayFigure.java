package io.dayclose.report;

import io.dayclose.config.Report.CellType;
import io.dayclose.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure as a sentence shows it. */
public record DisplayFigure(String title, String value) {

    public static String text(@Nullable Object value, CellType type, Currency currency, Locale locale) {
        if (value == null) {
            return "–";
        }
        return switch (type) {
            case MONEY -> new Money((BigDecimal) value, currency).text(locale, 2);
            case NUMBER -> number("#,##0.00", value);
            case PRICE -> number("#,##0.00######", value);
            case PERCENT -> number("0.0%", value);
            case INTEGER -> number("#,##0", value);
            default -> value.toString().replace('T', ' ');
        };
    }

    /** Whether a number reads as nothing. */
    static boolean isZero(String text) {
        return text.chars().noneMatch(letter -> letter >= '1' && letter <= '9');
    }

    private static String number(String pattern, Object value) {
        var text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return isZero(text) ? text.replaceFirst("^-", "") : text; // what rounds to nothing has no sign
    }
}
