package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.consignment.Footing.Header;
import io.dayclose.consignment.Footing.Sums;
import io.dayclose.consignment.Footing.Totals;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A statement's lines add up to what it states of itself, or it is said what differs and by how much. */
class FootingTest {
    private static final Agreement AGREEMENT = Agreement.none("CNY");

    private static Totals totals(long count, String gross, String fee, String net) {
        return new Totals(count, new BigDecimal(gross), new BigDecimal(fee), new BigDecimal(net));
    }

    private static Header header(Totals totals, @Nullable String refund, @Nullable String adjust) {
        return new Header(totals, amount(refund), amount(adjust), null);
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Sums lines(Totals totals, String refund, String adjust) {
        return new Sums(totals, new BigDecimal(refund), new BigDecimal(adjust), 0);
    }

    private static String checked(@Nullable Header header, Sums lines) {
        return Footing.check(header, lines, AGREEMENT)
                .map(fault -> fault.amount().toPlainString() + " " + fault.why().sentence())
                .orElse("foots");
    }

    @Test
    void what_is_stated_as_it_adds_up_foots_whatever_the_decimals() {
        assertThat(checked(
                        header(totals(2, "300", "3.0", "297.00"), null, null),
                        lines(totals(2, "300.00", "3.00", "297.00"), "0", "0")))
                .isEqualTo("foots");
    }

    @Test
    void the_difference_is_that_of_gross_else_of_net_else_of_fee() {
        var lines = lines(totals(2, "300.00", "3.00", "297.00"), "0", "0");
        assertThat(checked(header(totals(2, "310.00", "3.00", "307.00"), null, null), lines))
                .isEqualTo("10.00 FOOTING");
        assertThat(checked(header(totals(2, "300.00", "3.00", "297.50"), null, null), lines))
                .isEqualTo("0.50 FOOTING");
        assertThat(checked(header(totals(2, "300.00", "3.25", "297.00"), null, null), lines))
                .isEqualTo("0.25 FOOTING");
        assertThat(checked(header(totals(3, "300.00", "3.00", "297.00"), null, null), lines))
                .as("a line is missing that was worth nothing")
                .isEqualTo("0.00 FOOTING");
    }

    /** Lines come to 300, of it −50 in refunds and 20 in adjustments: 330 without them. */
    @Test
    void refunds_and_adjustments_may_stand_beside_the_gross_with_either_sign() {
        var lines = lines(totals(4, "300.00", "3.00", "297.00"), "-50.00", "20.00");
        var apart = totals(4, "330.00", "3.00", "297.00");
        assertThat(checked(header(apart, "50.00", "20.00"), lines)).isEqualTo("foots");
        assertThat(checked(header(apart, "-50.00", "-20.00"), lines)).isEqualTo("foots");
        assertThat(checked(header(apart, "50.00", "21.00"), lines)).isEqualTo("30.00 FOOTING");
        assertThat(checked(header(totals(4, "350.00", "3.00", "297.00"), "50.00", null), lines))
                .as("adjustments stand in the gross, refunds beside it")
                .isEqualTo("foots");
    }

    @Test
    void without_a_header_all_of_it_is_in_question() {
        assertThat(checked(null, lines(totals(1, "-80.00", "0", "-80.00"), "-80.00", "0")))
                .isEqualTo("80.00 FOOTING_NO_HEADER");
    }

    @Test
    void lines_that_do_not_add_up_in_themselves_are_told_before_the_totals() {
        var crooked = new Sums(totals(2, "300.00", "3.00", "290.00"), BigDecimal.ZERO, BigDecimal.ZERO, 1);
        assertThat(checked(header(totals(2, "300.00", "3.00", "297.00"), null, null), crooked))
                .isEqualTo("0 FOOTING_LINES");
    }

    /** Where the agreement demands that a statement says what it begins with. */
    @Test
    void a_statement_that_must_state_its_opening_does_not_foot_without_it() {
        var totals = totals(2, "300.00", "3.00", "297.00");
        var lines = lines(totals, "0", "0");
        var demanding = demanding(AGREEMENT);
        var opened = new Header(totals, null, null, new BigDecimal("0.00"));
        assertThat(Footing.check(opened, lines, demanding)).isEmpty();
        assertThat(Footing.check(header(totals, null, null), lines, demanding)).hasValueSatisfying(fault -> {
            assertThat(fault.why().sentence()).isEqualTo("FOOTING_NO_OPENING");
            assertThat(fault.amount()).isZero();
        });
    }

    private static Agreement demanding(Agreement plain) {
        return new Agreement(
                plain.from(),
                plain.cycles(),
                plain.graceDays(),
                plain.fee(),
                plain.tolerance(),
                plain.goodsBackDays(),
                plain.cutOff(),
                plain.signed(),
                plain.currency(),
                Set.of(Agreement.Demand.OPENING),
                plain.aliases());
    }
}
