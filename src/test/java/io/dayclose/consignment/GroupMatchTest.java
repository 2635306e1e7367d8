package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines without a waybill of ours pay what fits in only one way: a parcel by another name, or a batch as a whole. */
class GroupMatchTest {
    private static List<String> match(Tolerance tolerance, List<StatementLine> lines, Receivable... parcels) {
        return GroupMatch.match(Owed.agreement(tolerance), lines, List.of(parcels), (line, parcel) -> false)
                .entries()
                .stream()
                .map(each -> each.subject() + " " + each.amount() + " by " + each.line() + " pass " + each.pass())
                .toList();
    }

    private static List<String> match(List<StatementLine> lines, Receivable... parcels) {
        return match(Tolerance.NONE, lines, parcels);
    }

    @Test
    void a_parcel_is_known_by_its_order() {
        var line = Owed.line(1, "X9", "80.00 order=ORDER+7");
        assertThat(match(List.of(line), Owed.parcel("W1", "80.00 order=order7"), Owed.parcel("W2", "80.00")))
                .containsExactly("W1 80.00 by 1 pass 5");
        assertThat(line.left()).isEqualByComparingTo("0");
        assertThat(line.reason()).isEmpty();
    }

    @Test
    void a_parcel_is_known_by_the_waybill_it_went_under_before_or_after() {
        assertThat(match(List.of(Owed.line(1, "OLD1", "80.00")), Owed.parcel("NEW1", "80.00 parent=OLD1")))
                .containsExactly("NEW1 80.00 by 1 pass 5");
    }

    @Test
    void two_parcels_of_one_name_are_ambiguous_and_nobody_is_paid() {
        var line = Owed.line(1, "X9", "80.00 order=O7");
        assertThat(match(List.of(line), Owed.parcel("W1", "80.00 order=O7"), Owed.parcel("W2", "80.00 order=O7")))
                .isEmpty();
        assertThat(line.reason()).isEqualTo("AMBIGUOUS");
    }

    @Test
    void what_is_too_much_waits_and_what_is_almost_enough_asks_for_tolerance() {
        var over = Owed.line(1, "X9", "81.00 order=O7");
        match(List.of(over), Owed.parcel("W1", "80.00 order=O7"));
        assertThat(over.left()).isEqualByComparingTo("1.00");
        assertThat(over.reason()).isEqualTo("OVER");
        var almost = Owed.line(1, "X9", "79.50 order=O7");
        match(Owed.tolerance("1.00", "5.00"), List.of(almost), Owed.parcel("W1", "80.00 order=O7"));
        assertThat(almost.candidate()).isEqualByComparingTo("0.50");
    }

    @Test
    void a_batch_pays_its_parcels_when_both_come_to_the_same() {
        var lines = List.of(Owed.line(1, "", "100.00 batch=B1"), Owed.line(2, "", "50.00 batch=B1"));
        assertThat(match(lines, Owed.parcel("W1", "90.00 batch=B1"), Owed.parcel("W2", "60.00 batch=B1")))
                .containsExactly("W1 90.00 by 1 pass 6", "W2 10.00 by 1 pass 6", "W2 50.00 by 2 pass 6");
    }

    @Test
    void a_batch_that_does_not_fit_is_proposed_whole() {
        var line = Owed.line(1, "", "100.00 batch=B1");
        var outcome = GroupMatch.match(
                Owed.agreement(Tolerance.NONE),
                List.of(line),
                List.of(Owed.parcel("W1", "90.00 batch=B1")),
                (any, one) -> false);
        assertThat(outcome.entries()).isEmpty();
        assertThat(line.left()).isEqualByComparingTo(new BigDecimal("100.00"));
        assertThat(outcome.receivables())
                .allSatisfy(each -> assertThat(each.proposed()).isEqualTo("B1"));
    }

    @Test
    void what_people_have_said_not_to_belong_together_is_not_matched() {
        var outcome = GroupMatch.match(
                Owed.agreement(Tolerance.NONE),
                List.of(Owed.line(1, "X9", "80.00 order=O7")),
                List.of(Owed.parcel("W1", "80.00 order=O7")),
                (line, parcel) -> parcel.subject().equals("W1"));
        assertThat(outcome.entries()).isEmpty();
    }

    /** The line names X1; the parcel of X1 says that it went on as W1's, or X1 itself stands for W1's order. */
    @Test
    void a_parcel_is_known_by_another_that_came_of_it_and_by_its_order_in_place_of_a_waybill() {
        assertThat(match(
                        List.of(Owed.line(1, "X1", "80.00")),
                        Owed.parcel("W1", "80.00"),
                        Owed.parcel("X1", "0.00 parent=W1"),
                        Owed.parcel("X2", "0.00 parent=W2"),
                        Owed.parcel("W2", "80.00")))
                .containsExactly("W1 80.00 by 1 pass 5");
        assertThat(match(List.of(Owed.line(1, "O7", "80.00")), Owed.parcel("W1", "80.00 order=o7")))
                .containsExactly("W1 80.00 by 1 pass 5");
        assertThat(match(List.of(Owed.line(1, "", "80.00")), Owed.parcel("W1", "80.00 order=O7")))
                .as("a line without any name")
                .isEmpty();
    }

    @Test
    void only_what_is_due_in_the_same_currency_and_still_open_is_paid_under_another_name() {
        for (var owed : List.of("80.00 SHIPPED", "80.00 currency=USD", "80.00 settled=80.00", "80.00 settled=90.00")) {
            var line = Owed.line(1, "X9", "80.00 order=O7");
            assertThat(match(List.of(line), Owed.parcel("W1", owed + " order=O7")))
                    .as(owed)
                    .isEmpty();
            assertThat(line.left()).as(owed).isEqualByComparingTo("80.00");
        }
    }

    /** Golden B77, and cases 2 and 3 with a tolerance of 0.50. */
    @ParameterizedTest
    @CsvSource({
        "3000.00, 3, 0.00, ''",
        "2999.50, 3, 0.50, ''",
        "2999.49, 0, 0.00, PROPOSED",
        "2950.00, 0, 0.00, PROPOSED",
        "3000.50, 3, -0.50, OVER",
        "3000.51, 0, 0.00, PROPOSED",
        "3000.00 apart, 0, 0.00, PROPOSED",
    })
    void one_line_pays_the_three_parcels_of_its_batch_or_is_proposed(
            String text, int paid, BigDecimal asked, String reason) {
        var line = Owed.line(1, "", text + " batch=B1");
        assertThat(match(
                        Owed.tolerance("0.50", "5.00"),
                        List.of(line),
                        Owed.parcel("W1", "1200.00 batch=B1"),
                        Owed.parcel("W2", "1000.00 batch=B1"),
                        Owed.parcel("W3", "800.00 batch=B1"),
                        Owed.parcel("W4", "3000.00 batch=B2")))
                .hasSize(paid);
        assertThat(line.candidate()).isEqualByComparingTo(asked);
        assertThat(line.reason()).isEqualTo(reason);
    }

    /** X9 names two parcels of order O7; its batch B1 holds one that would take it. */
    @Test
    void what_is_ambiguous_by_name_is_not_taken_by_its_batch() {
        var line = Owed.line(1, "X9", "80.00 order=O7 batch=B1");
        assertThat(match(
                        List.of(line),
                        Owed.parcel("W1", "80.00 order=O7"),
                        Owed.parcel("W2", "80.00 order=O7"),
                        Owed.parcel("W3", "80.00 batch=B1")))
                .isEmpty();
        assertThat(line.reason()).isEqualTo("AMBIGUOUS");
    }

    @Test
    void a_line_that_is_placed_by_its_name_asks_nothing_of_its_batch() {
        var named = Owed.line(1, "X9", "80.00 order=O7 batch=B1");
        assertThat(match(List.of(named), Owed.parcel("W1", "80.00 order=O7"), Owed.parcel("W3", "50.00 batch=B1")))
                .containsExactly("W1 80.00 by 1 pass 5");
        assertThat(named.reason()).as("nothing is proposed").isEmpty();
    }

    @Test
    void what_waited_pays_from_suspense_and_waits_no_more() {
        var line = Owed.line(1, "", "90.00 batch=B1 pooled reason=UNKNOWN_WAYBILL");
        var outcome = GroupMatch.match(
                Owed.agreement(Tolerance.NONE),
                List.of(line),
                List.of(Owed.parcel("W1", "90.00 batch=B1")),
                (any, one) -> false);
        assertThat(outcome.entries()).extracting(ReceivableEntry::what).containsExactly(ReceivableEntry.What.SUSPENSE);
        assertThat(line.reason()).isEmpty();
    }

    /** Of 100 that wait 60 are taken back, or of 60 that wait 100. */
    @Test
    void a_line_and_the_one_that_takes_it_back_net_to_what_is_left_of_either() {
        var hundred = Owed.line(1, "X9", "100.00");
        var sixty = Owed.line(2, "X9", "-60.00 REVERSAL reason=REFUND_UNEXPECTED");
        GroupMatch.net(hundred, sixty);
        assertThat(hundred.left() + " " + hundred.reason()).isEqualTo("40.00 UNKNOWN_WAYBILL");
        assertThat(sixty.left() + " " + sixty.reason()).isEqualTo("0.00 ");
        var more = Owed.line(3, "X9", "-100.00 REVERSAL");
        GroupMatch.net(hundred, more);
        assertThat(hundred.left() + " " + hundred.reason()).isEqualTo("0.00 ");
        assertThat(more.left() + " " + more.reason()).isEqualTo("-60.00 REFUND_UNEXPECTED");
    }
}
