package io.dayclose.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | CNY | 2 | ¥1,234.50",
                "-1234.5 | CNY | 2 | -¥1,234.50",
                "-1234.5 | CNY | 0 | -¥1,235",
                "0 | CNY | 2 | ¥0.00",
                "-0.005 | CNY | 2 | -¥0.01",
                "-0.004 | CNY | 2 | ¥0.00",
                "-0.4 | CNY | 0 | ¥0",
                "0.005 | CNY | 2 | ¥0.01",
                "1234567.891 | USD | 3 | $1,234,567.891",
                "5 | GBP | 2 | GBP5.00",
            })
    void is_read_with_sign_symbol_thousands_and_as_many_decimals_as_are_asked_for(
            String amount, String currency, int decimals, String text) {
        var money = new Money(new BigDecimal(amount), Currency.getInstance(currency));
        assertThat(money.text(Locale.US, decimals).replace("£", "GBP")).isEqualTo(text);
    }
}
