package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees that are not stated, and cash that comes after people had given it up. */
class WaybillAmountsTest {
    private static OneWaybill matched(String fee, String owed, String lines) {
        return new OneWaybill(Owed.agreement(Owed.fee(fee), Tolerance.NONE), owed, lines).match();
    }

    /**
     * Cases 5 and 7: of 1000 a fee of 0.3 %, 3.00, is agreed. What a line lacks is that fee, and the rest is variance within the
     * tolerance of fees, else short. What lacks more than two fees is no fee at all.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.3; 997.00; 1:LINE 1000.00/3 |",
                "0.3; 996.95; 1:LINE 1000.00/3 |",
                "0.3; 996.94; 1:LINE 999.94/4 | SHORT 0.06",
                "0.3; 995.00; 1:LINE 998.00/4 | SHORT 2.00",
                "0.3 fee-tolerance=2.00; 995.00; 1:LINE 1000.00/3 | FEE_VARIANCE 2.00",
                "0.3 fee-tolerance=2.00; 994.99; 1:LINE 997.99/4 | SHORT 2.01",
                "0.3; 994.00; 1:LINE 997.00/4 | SHORT 3.00",
                "0.3; 993.99; 1:LINE 993.99/4 | SHORT 6.01, FEE_VARIANCE 2.98",
                "0.3; 1000.00; 1:LINE 1000.00/3 | FEE_VARIANCE 3.00",
                "0.3; 1000.00 fee=3.00; 1:LINE 1000.00/3 |",
                "0.3; 997.00 fee=2.99; 1:LINE 997.00/4 | SHORT 3.00",
                "0.3 FEE_LINE; 997.00; 1:LINE 997.00/4 | SHORT 3.00",
                "0.3 INVOICED; 997.00; 1:LINE 997.00/4 | SHORT 3.00",
            })
    void a_line_that_states_only_what_is_paid_leaves_the_agreed_fee_to_us(String fee, String paid, String expected) {
        assertThat(matched(fee, "1000.00", paid)).hasToString(expected);
    }

    /** 7.00 of it are paid already; the 990 left of it state no fee any more. */
    @Test
    void what_is_left_of_a_line_lacks_no_fee() {
        assertThat(matched("0.3", "1000.00 settled=7.00", "997.00 placed=7.00").moved())
                .isEqualTo("1:LINE 990.00/4");
    }

    /** Case 40, and the same for what was tolerated: it comes back up to its amount, from the line that was granted it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "written=100.00; 100.00; 1:WRITE_OFF -100.00/4, 1:LINE 100.00/3; 0.00",
                "written=60.00; 40.00; 1:LINE 40.00/3; 60.00",
                "written=100.00; 40.00; 1:WRITE_OFF -40.00/4, 1:LINE 40.00/3; 60.00",
                "settled=70.00 written=30.00; 50.00; 1:WRITE_OFF -30.00/4, 1:LINE 30.00/4; 0.00",
                "written=30.00; 80.00; 1:WRITE_OFF -10.00/4, 1:LINE 80.00/3; 20.00",
                "settled=100.00 tolerated=0.40; 99.60 placed=99.60 spent=0.40, 0.40;"
                        + " 1:TOLERANCE -0.40/4, 2:LINE 0.40/3; 0.00",
                "settled=100.00 tolerated=0.40; 99.60 placed=99.60 spent=0.40, 0.25;"
                        + " 1:TOLERANCE -0.25/4, 2:LINE 0.25/3; 0.15",
                "settled=100.00 tolerated=0.40; 99.60 placed=99.60, 0.40; 2:TOLERANCE -0.40/4, 2:LINE 0.40/3; 0.00",
                "settled=100.00 tolerated=0.40; 50.00 placed=50.00 spent=0.10, 49.60 placed=49.60 spent=0.20, 0.40;"
                        + " 1:TOLERANCE -0.10/4, 2:TOLERANCE -0.20/4, 3:TOLERANCE -0.10/4, 3:LINE 0.40/3; 0.00",
                "settled=60.00 tolerated=0.40 written=40.00; 40.40;"
                        + " 1:WRITE_OFF -40.00/4, 1:TOLERANCE -0.40/4, 1:LINE 40.40/3; 0.00",
            })
    void cash_that_comes_after_all_takes_back_what_was_given_up(
            String before, String lines, String moved, String givenUp) {
        var matched = matched("INVOICED", "100.00 " + before, lines);
        assertThat(matched.moved()).isEqualTo(moved);
        assertThat(matched.cod().writtenOff().add(matched.cod().tolerated())).isEqualByComparingTo(givenUp);
    }

    @Test
    void a_line_remembers_what_it_has_brought_back() {
        var recovered = matched("INVOICED", "100.00 settled=70.00 written=30.00", "50.00");
        assertThat(recovered.line(1).disposed().recovered()).isEqualByComparingTo("30");
        assertThat(recovered.breaks()).isEqualTo("OVER 20.00");
        var tolerated =
                matched("INVOICED", "100.00 settled=100.00 tolerated=0.40", "99.60 placed=99.60 spent=0.40, 0.25");
        assertThat(tolerated.line(1).disposed().spent()).isEqualByComparingTo("0.15");
    }

    /** 1000 were paid; four tenths more come by themselves: not a little more than is due, but cash without a reason. */
    @Test
    void only_a_line_that_pays_may_be_over_by_a_little() {
        var agreement = Owed.agreement(Owed.tolerance("0.50", "5.00"));
        var matched = new OneWaybill(agreement, "1000.00 settled=1000.00", "1000.00 placed=1000.00, 0.40").match();
        assertThat(matched).hasToString("| OVER 0.40");
        assertThat(matched.line(2).candidate()).isEqualByComparingTo("0");
    }
}
