package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.WaybillMatch.Case;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of one waybill pay of it, and what is left of either. {@code -Dwaybill.seed}. */
class WaybillMatchTest {
    private static final Agreement AGREEMENT = Owed.agreement(Tolerance.NONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00; 1:LINE 100.00/3 |",
                "90.00; 1:LINE 90.00/4 | SHORT 10.00",
                "110.00; 1:LINE 100.00/4 | OVER 10.00",
                "60.00, 40.00; 1:LINE 60.00/4, 2:LINE 40.00/3 |",
                "60.00, 30.00; 1:LINE 60.00/4, 2:LINE 30.00/4 | SHORT 10.00",
                "60.00, 50.00; 1:LINE 60.00/4, 2:LINE 40.00/4 | OVER 10.00",
                "100.00, 100.00; 1:LINE 100.00/3 | DUPLICATE_LINE 100.00",
                "100.00, 30.00; 1:LINE 100.00/3 | OVER 30.00",
                "100.00 pooled; 1:SUSPENSE 100.00/3 |",
            })
    void lines_pay_a_delivered_parcel_in_their_order(String paid, String expected) {
        assertThat(new OneWaybill(AGREEMENT, "100.00", paid).match()).hasToString(expected);
    }

    /** Case 17: of an order that was split the second parcel has nothing to be collected. */
    @Test
    void what_nobody_owes_is_unknown_here_or_another_carriers() {
        assertThat(new OneWaybill(AGREEMENT, "", "80.00").match()).hasToString("| UNKNOWN_WAYBILL 80.00");
        assertThat(new OneWaybill(AGREEMENT, "0.00", "80.00").match()).hasToString("| UNKNOWN_WAYBILL 80.00");
        assertThat(new OneWaybill(AGREEMENT, "", "80.00", true).match()).hasToString("| WRONG_CARRIER 80.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "80.00 SHIPPED; 80.00; STATUS 80.00",
                "80.00 LOST adjusted=-80.00; 80.00; STATUS 80.00",
                "80.00; 80.00 currency=USD; CURRENCY 80.00",
                "700.00 REFUSED adjusted=-700.00; 700.00; PAID_REFUSED 700.00",
                "1000.00 RETURNED adjusted=-1000.00; 1000.00; PAID_RETURNED 1000.00",
            })
    void what_may_not_be_paid_is_held_with_the_reason(String owed, String paid, String expected) {
        assertThat(new OneWaybill(AGREEMENT, owed, paid).match()).hasToString("| " + expected);
    }

    @Test
    void what_people_have_taken_off_waits_for_them_and_is_no_break() {
        var taken = new OneWaybill(AGREEMENT, "80.00", "80.00 apart").match();
        assertThat(taken).hasToString("|");
        assertThat(taken.line(1).reason()).isEqualTo("UNMATCHED");
    }

    /** Case 15, and what is too much of it: 600 of 900 are kept. Without an amount refused nothing was cancelled. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "900.00 PART_REFUSED adjusted=-300.00; 600.00; 1:LINE 600.00/3 |",
                "900.00 PART_REFUSED adjusted=-300.00; 900.00; 1:LINE 600.00/4 | PAID_REFUSED 300.00",
                "900.00 PART_REFUSED; 950.00; 1:LINE 900.00/4 | OVER 50.00",
            })
    void of_a_parcel_that_was_refused_in_part_the_rest_is_paid(String owed, String paid, String expected) {
        assertThat(new OneWaybill(AGREEMENT, owed, paid).match()).hasToString(expected);
    }

    /** Case 41: 1000 are claimed of a parcel that was lost, 800 come. */
    @Test
    void a_claim_is_paid_by_claims_and_cash_on_delivery_by_collections() {
        var lost = "1000.00 LOST adjusted=-1000.00, 1000.00 LOST LOST_CLAIM";
        assertThat(new OneWaybill(AGREEMENT, lost, "800.00 CLAIM").match())
                .hasToString("1:LINE 800.00/4 | SHORT 200.00");
        assertThat(new OneWaybill(AGREEMENT, "100.00", "100.00 CLAIM").match()).hasToString("| UNKNOWN_WAYBILL 100.00");
    }

    /** Cases 18 and 19, with 600 or twice that due. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "600.00; 600.00 id=7, 600.00 id=7; 1:LINE 600.00/3 | DUPLICATE_LINE 600.00",
                "1200.00; 600.00 id=7, 600.00 id=7; 1:LINE 600.00/4 | SHORT 600.00, DUPLICATE_LINE 600.00",
                "1200.00; 600.00 id=7, 600.00 id=8; 1:LINE 600.00/4, 2:LINE 600.00/3 |",
                "1200.00; 600.00, 600.00; 1:LINE 600.00/4, 2:LINE 600.00/3 |",
                "1200.00; 600.00 id=7, 500.00 id=7; 1:LINE 600.00/4, 2:LINE 500.00/4 | SHORT 100.00",
                "600.00; 600.00 id=7 netted=600.00, 600.00 id=7; 2:LINE 600.00/3 |",
                "600.00 settled=600.00; 600.00 netted=600.00, 600.00; | OVER 600.00",
            })
    void the_carriers_own_number_or_the_same_again_with_nothing_left_is_a_duplicate(
            String owed, String paid, String expected) {
        assertThat(new OneWaybill(AGREEMENT, owed, paid).match()).hasToString(expected);
    }

    @Test
    void a_duplicate_that_waited_takes_its_place_once_there_is_one() {
        var waited = "600.00 uncovered=600.00 reason=DUPLICATE_LINE";
        assertThat(new OneWaybill(AGREEMENT, "600.00", waited).match()).hasToString("1:LINE 600.00/3 |");
    }

    /** Case 8 and golden W08: short or over by no more than 0.50, the boundary included. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00; 99.60; 0.40",
                "100.00; 99.50; 0.50",
                "100.00; 99.49; 0.00",
                "100.00; 100.40; -0.40",
                "100.00; 100.50; -0.50",
                "100.00; 100.51; 0.00",
            })
    void what_is_almost_right_asks_for_tolerance(String owed, String paid, String asked) {
        var agreement = Owed.agreement(Owed.tolerance("0.50", "5.00"));
        var matched = new OneWaybill(agreement, owed, paid).match();
        assertThat(matched.line(1).candidate()).isEqualByComparingTo(asked);
    }

    @Test
    void tolerance_is_asked_for_by_the_line_that_paid_last() {
        var agreement = Owed.agreement(Owed.tolerance("0.50", "5.00"));
        var cod = new OneWaybill(agreement, "100.00", "50.00, 49.60, 7.00 CLAIM").match();
        assertThat(List.of(
                        cod.line(1).candidate(),
                        cod.line(2).candidate(),
                        cod.line(3).candidate()))
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("0.40"), new BigDecimal("0.00"));
        var claim = new OneWaybill(agreement, "100.00 LOST LOST_CLAIM", "99.60 CLAIM, 7.00").match();
        assertThat(claim.line(1).candidate()).isEqualByComparingTo("0.40");
        assertThat(claim.line(2).candidate()).isEqualByComparingTo("0");
    }

    @Test
    void tolerance_is_not_asked_for_by_a_line_that_has_paid_nothing() {
        var agreement = Owed.agreement(Owed.tolerance("0.50", "5.00"));
        var matched = new OneWaybill(agreement, "100.00", "99.60, 7.00 currency=USD").match();
        assertThat(matched.line(1).candidate()).isEqualByComparingTo("0.40");
        assertThat(matched.line(2).candidate()).isEqualByComparingTo("0");
    }

    /** It was paid; what its shipment says later does not make the line wait. */
    @ParameterizedTest
    @CsvSource({"100.00, 100.00", "100.00 settled=100.00 SHIPPED, 100.00 placed=100.00"})
    void a_line_that_is_placed_whole_waits_for_nothing(String owed, String paid) {
        assertThat(new OneWaybill(AGREEMENT, owed, paid).match().line(1).reason())
                .isEmpty();
    }

    @Test
    void matched_again_with_what_was_placed_before_nothing_moves() {
        var twice = new OneWaybill(AGREEMENT, "100.00", "60.00, 50.00").match();
        var first = twice.cod();
        assertThat(twice.match()).hasToString("| OVER 10.00");
        assertThat(twice.cod()).isEqualTo(first);
    }

    private static List<StatementLine> lines(String... amounts) {
        return IntStream.range(0, amounts.length)
                .mapToObj(i -> Owed.line(i + 1L, "W1", amounts[i]))
                .toList();
    }

    /** Whatever comes, cash is placed or left, never made; what is due is paid or open. */
    @Test
    void nothing_is_paid_twice_or_lost_and_the_order_given_does_not_matter() {
        long seed = Long.getLong("waybill.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var due = BigDecimal.valueOf(1 + random.nextInt(20_000), 2);
            var paid = Stream.generate(() ->
                            BigDecimal.valueOf(1 + random.nextInt(12_000), 2).toPlainString())
                    .limit(1 + random.nextInt(4))
                    .toArray(String[]::new);
            var lines = lines(paid);
            var cod = Optional.of(Owed.parcel("W1", due.toPlainString()));
            var outcome = WaybillMatch.match(new Case(AGREEMENT, false, cod, Optional.empty(), lines));
            var placed = lines.stream().map(StatementLine::placed).reduce(BigDecimal.ZERO, BigDecimal::add);
            var what = "-Dwaybill.seed=" + seed + " " + due + " " + Arrays.toString(paid);
            assertThat(outcome.cod().orElseThrow().open()).as(what).isEqualByComparingTo(due.subtract(placed));
            assertThat(outcome.cod().orElseThrow().open().signum()).as(what).isNotNegative();
            var shuffled = new ArrayList<>(lines(paid));
            Collections.shuffle(shuffled, random);
            var again = WaybillMatch.match(new Case(AGREEMENT, false, cod, Optional.empty(), shuffled));
            assertThat(again.entries()).as(what).isEqualTo(outcome.entries());
        }
    }
}
