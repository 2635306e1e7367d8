package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Report.CellType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayFigureTest {
    @ParameterizedTest
    @CsvSource({"1.42857100, 1.428571", "10.00000000, 10.00", "'1234.5', '1,234.50'", "0.00000001, 0.00000001"})
    void a_price_shows_the_decimals_it_has_two_at_least(String price, String shown) {
        assertThat(DisplayFigure.text(new BigDecimal(price), CellType.PRICE, Currency.getInstance("CNY"), Locale.ROOT))
                .isEqualTo(shown);
    }
}
