package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12.00",
                "'1,234.50'|1234.50",
                "￥12|12.00",
                "-￥12.5|-12.50",
                "１２３．４|123.40",
                "' 1 234.5 '|1234.50",
                "'1,234,567'|1234567.00",
                "-0.01|-0.01",
                ".5|0.50",
                "+3|3.00",
                "12元|12.00",
                "'12.50 元'|12.50",
                "'$ 1,234.5'|1234.50",
                "人民币￥12.50元|12.50",
                "RMB 12|12.00",
                "12 cny|12.00",
                "'１，２３４．５０'|1234.50",
                "(10.00)|-10.00",
                "（１０.00）|-10.00",
                "(¥10.00)|-10.00",
                "¥(10.00)|-10.00",
                "10.00-|-10.00",
                "'10.00- 元'|-10.00",
                "￥-10|-10.00",
                "−10|-10.00",
                "'1 234 567.5'|1234567.50"
            })
    void understands_how_people_write_amounts(String written, String meant) {
        assertThat(new Numbers('.').exact(written, 2)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'1.234,50'|1234.50",
                "'0,5'|0.50",
                "12|12.00",
                "'(1 234,50)'|-1234.50",
                "1.234|1234.00",
                "'€ 1'|",
                "'1,234,50'|"
            })
    void reads_a_comma_as_the_decimal_separator_when_the_layout_says_so(String written, @Nullable String meant) {
        if (meant == null) {
            assertThatThrownBy(() -> new Numbers(',').exact(written, 2)).hasMessage("BAD_NUMBER");
            return;
        }
        assertThat(new Numbers(',').exact(written, 2)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2E+5|SCIENTIFIC_NOTATION",
                "1e3|SCIENTIFIC_NOTATION",
                "'1,23'|BAD_NUMBER",
                "'12,34.5'|BAD_NUMBER",
                "abc|BAD_NUMBER",
                "-|BAD_NUMBER",
                "1.2.3|BAD_NUMBER",
                "1.234|TOO_MANY_DECIMALS",
                "99999999999999999|OUT_OF_RANGE",
                "NaN|BAD_NUMBER",
                "'10 20'|BAD_NUMBER",
                "'1 2345'|BAD_NUMBER",
                "'1,234 567'|BAD_NUMBER",
                "¥10$|BAD_NUMBER",
                "元|BAD_NUMBER",
                "-(10)|BAD_NUMBER",
                "(-10)|BAD_NUMBER",
                "-10-|BAD_NUMBER",
                "(10|BAD_NUMBER",
                "12元元|BAD_NUMBER",
                "12%|BAD_NUMBER",
                "1.2万|BAD_NUMBER",
                "￥1.2E+5|SCIENTIFIC_NOTATION",
                "1１e３|SCIENTIFIC_NOTATION"
            })
    void refuses_what_could_mean_two_things(String written, String reason) {
        assertThatThrownBy(() -> new Numbers('.').exact(written, 2)).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10|10",
                "10.00|10.00",
                "1.4286|1.4286",
                "'1,234.500'|1234.500",
                "1.42857143|1.42857143",
                "1.428571430000|1.42857143",
                "99999999999999.99999999|99999999999999.99999999"
            })
    void keeps_a_price_with_the_decimals_it_is_stated_with(String written, String meant) {
        assertThat(new Numbers('.').asStated(written, 8)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.428571428|TOO_MANY_DECIMALS", "100000000000000|OUT_OF_RANGE", "1E2|SCIENTIFIC_NOTATION"})
    void takes_no_price_finer_or_larger_than_can_be_kept(String written, String reason) {
        assertThatThrownBy(() -> new Numbers('.').asStated(written, 8)).hasMessage(reason);
    }

    @Test
    void quantities_are_whole_pieces_however_many_noughts_stand_behind_the_point() {
        assertThat(new Numbers('.').whole("2.000")).isEqualTo(2);
        assertThat(new Numbers('.').whole("-3")).isEqualTo(-3);
        assertThatThrownBy(() -> new Numbers('.').whole("1.5"))
                .isInstanceOfSatisfying(UnreadableCell.class, cell -> assertThat(cell.in("quantity", "1.5"))
                        .isEqualTo(new Fault(Reason.NOT_WHOLE, "quantity", "1.5", "1, 2")));
    }
}
