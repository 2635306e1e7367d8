package io.dayclose.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSchema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How nearly an amount must be quantity × unit price − discount, by the digits the price is stated with. */
class AmountRuleTest {
    private static final FeedSchema SALE =
            FeedCatalogue.delivered().schema("sale").orElseThrow();

    private static @Nullable String expected(long quantity, String price, @Nullable String discount, String amount) {
        var values = new Object[SALE.columns().size()];
        values[SALE.index("quantity")] = quantity;
        values[SALE.index("unit_price")] = new BigDecimal(price);
        values[SALE.index("discount")] = discount == null ? null : new BigDecimal(discount);
        values[SALE.index("amount")] = new BigDecimal(amount);
        var fault = new AmountRule(SALE).check(values);
        return fault == null ? null : fault.value() + ": " + fault.expected();
    }

    @ParameterizedTest
    @CsvSource({
        "700, 1.428571, , 1000.00",
        "700, 1.4286, , 1000.00",
        "10, 70.125, , 701.25",
        "3, 33.3333, , 100.00",
        "3, 33.33, , 100.00",
        "700, 1.43, , 1000.00",
        "600, 1.66666667, , 1000.00",
        "1, 0.00499999, , 0.00",
        "1, 9.995, , 9.99",
        "1, 9.995, , 10.00",
        "2, 10.5, 1.00, 20.00",
        "0, 10.00, , 0.00",
        "1000, 0.05, , 49.75",
        "7, 0.14285714, 0.50, 0.50"
    })
    void an_amount_within_half_a_unit_of_the_prices_last_digit_for_each_piece_is_right(
            long quantity, String price, @Nullable String discount, String amount) {
        assertThat(expected(quantity, price, discount, amount)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 59.00, , '590.00: 59.00 (531.00, ± 0.005)'",
        "3, 9.99, , '30.00: 29.97 (0.03, ± 0.015)'",
        "700, 1.4286, , '1000.06: 1000.02 (0.04, ± 0.035)'",
        "700, 1.42860000, , '1000.00: 1000.02 (-0.02, ± 0.005)'",
        "2, 10, , '20.02: 20.00 (0.02, ± 0.01)'",
        "10, 10, , '99.00: 100.00 (-1.00, ± 0.05)'",
        "1000, 0.05, , '45.01: 50.00 (-4.99, ± 0.25)'",
        "1000, 0, , '0.01: 0.00 (0.01, ± 0.005)'",
        "0, 10.00, , '20.00: 0.00 (20.00, ± 0.005)'",
        "2, 10.00, 1.00, '20.00: 19.00 (1.00, ± 0.01)'"
    })
    void any_other_amount_is_shown_beside_what_was_computed_the_difference_and_what_was_allowed(
            long quantity, String price, @Nullable String discount, String words) {
        var amount = words.substring(0, words.indexOf(':'));
        assertThat(expected(quantity, price, discount, amount)).isEqualTo(words);
    }
}
