package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Report.CellType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures are said. */
class DisplayFigureTest {
    @ParameterizedTest
    @CsvSource({"0.2884, 28.8%", "-0.081, -8.1%", "-0.0003, 0.0%", "0.0003, 0.0%", "0, 0.0%"})
    void what_rounds_to_nothing_has_no_sign(String value, String said) {
        var text = DisplayFigure.text(
                new BigDecimal(value), CellType.PERCENT, Currency.getInstance("CNY"), Locale.SIMPLIFIED_CHINESE);
        assertThat(text).isEqualTo(said);
        assertThat(DisplayFigure.isZero(text)).isEqualTo(said.equals("0.0%"));
    }
}
