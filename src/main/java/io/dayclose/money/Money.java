package io.dayclose.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** An amount in one currency, exact; rounded only by {@link Rounding}. */
public record Money(BigDecimal amount, Currency currency) {

    /** The amount as people read it in a sentence: sign, symbol, thousands, given decimals, e.g. {@code -¥1,234}. */
    public String text(Locale locale, int decimals) {
        var format = new DecimalFormat(
                decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals),
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        var rounded = Rounding.to(amount, decimals);
        var sign = rounded.signum() < 0 ? "-" : "";
        return sign + symbol(locale) + format.format(rounded.abs());
    }

    /** The short symbol; Java calls the yuan "CN¥" outside China, where a bare ¥ is what our readers expect. */
    public String symbol(Locale locale) {
        return currency.getCurrencyCode().equals("CNY") ? "¥" : currency.getSymbol(locale);
    }
}
