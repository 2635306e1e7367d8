package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash that is taken back leaves everything as if it had never come; what is too much by now looks for its place again. */
class ReversalRulesTest {
    private static final Agreement AGREEMENT = Owed.agreement(Tolerance.NONE);

    private static OneWaybill matched(String owed, String lines) {
        return new OneWaybill(AGREEMENT, owed, lines).match();
    }

    /**
     * A reversal takes back the line it names, else the one of its amount; of one that was over by 40, first what is left of it, then
     * 70 − 40 = 30 of what it has paid.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00 settled=100.00; 100.00 id=A placed=100.00, -100.00 REVERSAL of=A; 1:REVERSAL -100.00/2 |",
                "100.00 settled=100.00; 60.00 placed=60.00, 40.00 placed=40.00, -40.00 REVERSAL;"
                        + " 2:REVERSAL -40.00/2 | SHORT 40.00",
                "100.00 settled=100.00; 40.00 id=A placed=40.00, 60.00 id=B placed=60.00, -40.00 REVERSAL of=B;"
                        + " 2:REVERSAL -40.00/2 | SHORT 40.00",
                "60.00 settled=60.00; 100.00 id=A placed=60.00, -70.00 REVERSAL of=A; 1:REVERSAL -30.00/2 | SHORT 30.00",
                "60.00 settled=60.00; 100.00 id=A placed=60.00, -40.00 REVERSAL of=A; |",
                "60.00 settled=60.00; 100.00 id=A placed=60.00, -30.00 REVERSAL of=A; | OVER 10.00",
                "; 80.00 id=A, -80.00 REVERSAL of=A; |",
                "100.00 settled=100.00; 100.00 id=A placed=100.00, -100.00 REVERSAL of=B; | REFUND_UNEXPECTED 100.00",
                "100.00 settled=100.00; 100.00 id=A placed=100.00, -120.00 REVERSAL of=A;"
                        + " 1:REVERSAL -100.00/2 | REFUND_UNEXPECTED 20.00",
                "100.00; 100.00 id=A netted=100.00, -100.00 REVERSAL of=A netted=-100.00; |",
            })
    void a_reversal_takes_back_what_the_line_it_names_has_paid(String owed, String lines, String expected) {
        assertThat(matched(owed == null ? "" : owed, lines)).hasToString(expected);
    }

    /** Golden follow-up (f). */
    @Test
    void what_was_paid_is_open_again_with_its_own_due_date_until_it_is_paid() {
        var reversed = matched(
                "1000.00 due=2026-11-20 settled=1000.00", "1000.00 id=A placed=1000.00, -1000.00 REVERSAL of=A");
        assertThat(reversed.cod().open()).isEqualByComparingTo("1000");
        assertThat(reversed.cod().state()).isEqualTo(Receivable.State.REOPENED);
        assertThat(reversed.breaks()).as("as old as it was").isEqualTo("NOT_REMITTED 1000.00");
        assertThat(reversed.line(1).disposed().netted()).isEqualByComparingTo("1000");
        assertThat(reversed.line(2).left()).isEqualByComparingTo("0");
    }

    /** 99.60 and 0.40 of tolerance had settled 100; of the second, people had written off 30 before it came. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00 settled=100.00 tolerated=0.40; 99.60 id=A placed=99.60 spent=0.40, -99.60 REVERSAL of=A;"
                        + " 1:REVERSAL -99.60/2, 1:TOLERANCE -0.40/2; 100.00",
                "100.00 settled=100.00 tolerated=0.40; 99.60 id=A placed=99.60 spent=0.40, -50.00 REVERSAL of=A;"
                        + " 1:REVERSAL -50.00/2; 50.00",
                "100.00 settled=100.00; 100.00 id=A placed=100.00 recovered=30.00, -100.00 REVERSAL of=A;"
                        + " 1:REVERSAL -100.00/2, 1:WRITE_OFF 30.00/2; 70.00",
                "100.00 settled=100.00; 100.00 id=A placed=100.00 recovered=30.00, -10.00 REVERSAL of=A;"
                        + " 1:REVERSAL -10.00/2, 1:WRITE_OFF 10.00/2; 0.00",
            })
    void with_a_payment_goes_what_was_tolerated_beside_it_and_what_it_had_brought_back_is_written_off_again(
            String owed, String lines, String moved, String open) {
        var reversed = matched(owed, lines);
        assertThat(reversed.moved()).isEqualTo(moved);
        assertThat(reversed.cod().open()).isEqualByComparingTo(open);
        assertThat(reversed.cod().tolerated())
                .isEqualByComparingTo(reversed.line(1).disposed().spent());
    }

    @Test
    void what_was_written_off_again_is_not_written_off_twice() {
        var reversed =
                matched("100.00 settled=100.00", "100.00 id=A placed=100.00 recovered=30.00, -100.00 REVERSAL of=A");
        assertThat(reversed.cod().writtenOff()).isEqualByComparingTo("30");
        assertThat(reversed.line(1).disposed().recovered()).isEqualByComparingTo("0");
    }

    /** Cases 12 and 13: 1000 were paid and the parcel has come back. Line 0 is nobody's: what the dealer has by it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "settled=1000.00; 1000.00 placed=1000.00; 0:CREDIT -1000.00/0; 1000.00",
                "settled=1000.00; 1000.00 placed=1000.00, -1000.00 REFUND; 2:REVERSAL -1000.00/2; 0.00",
                "settled=1000.00; 1000.00 placed=1000.00, -400.00 REFUND;"
                        + " 2:REVERSAL -400.00/2, 0:CREDIT -600.00/0; 600.00",
                "credited=1000.00; 1000.00 placed=1000.00; ''; 1000.00",
                "credited=1000.00; 1000.00 placed=1000.00, -1000.00 REFUND;"
                        + " 2:REVERSAL -1000.00/2, 0:CREDIT 1000.00/0; 0.00",
            })
    void what_was_paid_for_goods_that_came_back_is_the_dealers_until_it_is_refunded(
            String paid, String lines, String moved, String dealers) {
        var matched = matched("1000.00 RETURNED adjusted=-1000.00 " + paid, lines);
        assertThat(matched).hasToString((moved + " |").strip());
        assertThat(matched.cod().credited()).isEqualByComparingTo(dealers);
        assertThat(matched.cod().open()).isEqualByComparingTo("0");
        assertThat(matched.cod().state())
                .as("paid back or never paid it is the same")
                .isEqualTo(Receivable.State.CANCELLED);
    }

    /** Cash taken back without a reason of ours takes what waits, and is in question for the rest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1000.00 settled=1000.00; 1000.00 placed=1000.00, -50.00 REFUND; | REFUND_UNEXPECTED 50.00",
                "1000.00 settled=1000.00; 1050.00 placed=1000.00, -50.00 REFUND; |",
                "1000.00 settled=1000.00; 1050.00 placed=1000.00, -20.00 REFUND; | OVER 30.00",
                "1000.00 settled=1000.00; 1050.00 placed=1000.00, -70.00 REFUND; | REFUND_UNEXPECTED 20.00",
            })
    void a_refund_nobody_expects_takes_what_waits_and_no_more(String owed, String lines, String expected) {
        var refunded = matched(owed, lines);
        assertThat(refunded).hasToString(expected);
        assertThat(refunded.line(2).reason()).isEqualTo(expected.contains("REFUND") ? "REFUND_UNEXPECTED" : "");
    }

    /**
     * 100 were paid of what is 80 by now: the line that came last gives back first. Refused, nothing was owed at all. Tolerance goes
     * with the whole of its line only; what that line still has pays it first: 90 = 89.60 + 0.40, and 9.60 are too much.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "80.00 settled=100.00; 100.00 placed=100.00; 1:REVERSAL -20.00/2 | OVER 20.00",
                "80.00 settled=100.00; 60.00 placed=60.00, 40.00 placed=40.00; 2:REVERSAL -20.00/2 | OVER 20.00",
                "80.00 settled=100.00; 100.00 placed=100.00, 5.00; 1:REVERSAL -20.00/2 | OVER 25.00",
                "50.00 settled=100.00; 60.00 placed=60.00, 40.00 placed=40.00;"
                        + " 2:REVERSAL -40.00/2, 1:REVERSAL -10.00/2 | OVER 50.00",
                "700.00 REFUSED adjusted=-700.00 settled=700.00; 700.00 placed=700.00;"
                        + " 1:REVERSAL -700.00/2 | PAID_REFUSED 700.00",
                "900.00 PART_REFUSED adjusted=-300.00 settled=900.00; 900.00 placed=900.00;"
                        + " 1:REVERSAL -300.00/2 | PAID_REFUSED 300.00",
                "90.00 settled=100.00 tolerated=0.40; 99.60 placed=99.60 spent=0.40;"
                        + " 1:REVERSAL -10.00/2, 1:TOLERANCE -0.40/4, 1:LINE 0.40/4 | OVER 9.60",
                "1000.00 LOST adjusted=-1000.00, 800.00 LOST LOST_CLAIM settled=1000.00; 1000.00 CLAIM placed=1000.00;"
                        + " 1:REVERSAL -200.00/2 | OVER 200.00",
                "80.00 settled=80.00, 80.00 LOST LOST_CLAIM settled=100.00; 80.00 placed=80.00, 100.00 CLAIM placed=100.00,"
                        + " 20.00 placed=20.00; 2:REVERSAL -20.00/2 | OVER 20.00",
            })
    void what_was_paid_beyond_what_is_owed_by_now_looks_for_its_place_again(
            String owed, String lines, String expected) {
        assertThat(matched(owed, lines)).hasToString(expected);
    }

    /** 997 had come for 1000 less the fee of 3; now 900 are owed. Which part of 997 is a fee is open again. */
    @Test
    void a_line_whose_fee_was_guessed_is_freed_whole() {
        var freed = matched("900.00 settled=1000.00", "997.00 restated=3.00 placed=1000.00");
        assertThat(freed.moved()).isEqualTo("1:REVERSAL -1000.00/2, 1:LINE 900.00/4");
        assertThat(freed.line(1).disposed().restated()).isEqualByComparingTo("0");
        var refused = matched(
                "1000.00 REFUSED adjusted=-1000.00 settled=1000.00 tolerated=0.40",
                "996.60 restated=3.00 placed=999.60 spent=0.40");
        assertThat(refused)
                .as("tolerance goes with it")
                .hasToString("1:REVERSAL -999.60/2, 1:TOLERANCE -0.40/2 | PAID_REFUSED 996.60");
    }

    /** Of 100 that were written off 30 are refused later, or all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00 PART_REFUSED adjusted=-30.00 written=100.00; 0:WRITE_OFF -30.00/0; 70.00",
                "100.00 REFUSED adjusted=-100.00 written=100.00; 0:WRITE_OFF -100.00/0; 0.00",
                "100.00 RETURNED adjusted=-100.00 settled=60.00 written=40.00;"
                        + " 0:WRITE_OFF -40.00/0, 0:CREDIT -60.00/0; 0.00",
                "100.00 written=100.00; ''; 100.00",
            })
    void what_is_not_owed_any_more_cannot_have_been_lost(String owed, String moved, String lost) {
        var matched = matched(owed, "");
        assertThat(matched.moved()).isEqualTo(moved);
        assertThat(matched.cod().writtenOff()).isEqualByComparingTo(lost);
    }
}
