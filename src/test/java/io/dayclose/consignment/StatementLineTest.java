package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A line's cash is always somewhere: placed, netted, tolerated, never paid in, or left. */
class StatementLineTest {
    @ParameterizedTest
    @EnumSource
    void a_fee_and_a_balance_carried_are_no_cash(LineType type) {
        boolean cash = type != LineType.FEE && type != LineType.CARRY;
        assertThat(Owed.line(1, "W1", "100.00 " + type).collects()).isEqualByComparingTo(cash ? "100.00" : "0");
    }

    /** 995 + 5 left out = 1000 − 600 − 100 − 50 − 40 = 210; the fee is the 5. */
    @Test
    void what_is_left_is_what_nobody_has_placed() {
        var line =
                Owed.line(1, "W1", "995.00 restated=5.00 placed=600.00 netted=100.00 tolerated=50.00 uncovered=40.00");
        assertThat(line.left()).isEqualByComparingTo("210.00");
        assertThat(line.charged()).isEqualByComparingTo("5.00");
    }

    /** As they came; within a night by statement, revision, line and version. */
    @Test
    void lines_take_what_is_due_in_the_order_they_came() {
        var first = Owed.line(9, "W1", "1.00 night=2026-11-20 statement=S9 revision=9 version=9");
        var second = Owed.line(8, "W1", "1.00 statement=S1 revision=8 version=8");
        var third = Owed.line(7, "W1", "1.00 statement=S2 revision=1 version=7");
        var fourth = Owed.line(3, "W1", "1.00 statement=S2 revision=2 version=6");
        var fifth = Owed.line(4, "W1", "1.00 statement=S2 revision=2 version=1");
        var sixth = Owed.line(4, "W1", "1.00 statement=S2 revision=2 version=2");
        assertThat(Stream.of(sixth, fourth, third, fifth, first, second).sorted(StatementLine.ORDER))
                .isEqualTo(List.of(first, second, third, fourth, fifth, sixth));
    }

    /** What is left of it, less of two, with what people do by hand. */
    @ParameterizedTest
    @CsvSource({
        "1000.00, 1000.00 reason=UNKNOWN_WAYBILL, 1000.00, 0.00",
        "1000.00 settled=400.00, 1000.00 reason=OVER, 600.00, 400.00 OVER",
        "1000.00, 400.00 reason=UNMATCHED, 400.00, 0.00",
        "1000.00 settled=1000.00, 400.00 reason=OVER, 0, 400.00 OVER",
    })
    void matched_by_hand_it_pays_as_much_as_is_owed(String owed, String text, String paid, String leftAndReason) {
        var line = Owed.line(1, "W1", text);
        var item = Owed.parcel("W1", owed);
        var outcome = ManualMatch.pay(item, line);
        assertThat(outcome.item().settled().subtract(item.settled())).isEqualByComparingTo(paid);
        assertThat(outcome.entries()).hasSize(paid.equals("0") ? 0 : 1).allSatisfy(entry -> {
            assertThat(entry.what()).isEqualTo(ReceivableEntry.What.SUSPENSE);
            assertThat(entry.amount()).isEqualByComparingTo(paid);
            assertThat(entry.line()).isEqualTo(1);
        });
        assertThat((line.left() + " " + line.reason()).strip()).isEqualTo(leftAndReason);
    }

    @Test
    void given_back_nothing_of_it_is_left() {
        var line = Owed.line(1, "W1", "1000.00 placed=600.00 reason=OVER");
        ManualMatch.giveBack(line);
        assertThat(line.left()).isEqualByComparingTo("0");
        assertThat(line.disposed().netted()).isEqualByComparingTo("400.00");
        assertThat(line.reason()).isEmpty();
    }
}
