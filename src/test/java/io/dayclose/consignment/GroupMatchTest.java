package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        var line = Owed.line(1, "X9", "80.00", "", "ORDER 7");
        assertThat(match(List.of(line), Owed.parcel("W1", "80.00", "", "order7", ""), Owed.parcel("W2", "80.00")))
                .containsExactly("W1 80.00 by 1 pass 5");
        assertThat(line.left()).isEqualByComparingTo("0");
        assertThat(line.reason()).isEmpty();
    }

    @Test
    void a_parcel_is_known_by_the_waybill_it_went_under_before_or_after() {
        assertThat(match(List.of(Owed.line(1, "OLD1", "80.00")), Owed.parcel("NEW1", "80.00", "", "", "OLD1")))
                .containsExactly("NEW1 80.00 by 1 pass 5");
    }

    @Test
    void two_parcels_of_one_name_are_ambiguous_and_nobody_is_paid() {
        var line = Owed.line(1, "X9", "80.00", "", "O7");
        assertThat(match(
                        List.of(line),
                        Owed.parcel("W1", "80.00", "", "O7", ""),
                        Owed.parcel("W2", "80.00", "", "O7", "")))
                .isEmpty();
        assertThat(line.reason()).isEqualTo("AMBIGUOUS");
    }

    @Test
    void what_is_too_much_waits_and_what_is_almost_enough_asks_for_tolerance() {
        var over = Owed.line(1, "X9", "81.00", "", "O7");
        match(List.of(over), Owed.parcel("W1", "80.00", "", "O7", ""));
        assertThat(over.left()).isEqualByComparingTo("1.00");
        assertThat(over.reason()).isEqualTo("OVER");
        var almost = Owed.line(1, "X9", "79.50", "", "O7");
        match(Owed.tolerance("1.00", "5.00"), List.of(almost), Owed.parcel("W1", "80.00", "", "O7", ""));
        assertThat(almost.candidate()).isEqualByComparingTo("0.50");
    }

    @Test
    void a_batch_pays_its_parcels_when_both_come_to_the_same() {
        var lines = List.of(Owed.line(1, "", "100.00", "B1", ""), Owed.line(2, "", "50.00", "B1", ""));
        assertThat(match(lines, Owed.parcel("W1", "90.00", "B1", "", ""), Owed.parcel("W2", "60.00", "B1", "", "")))
                .containsExactly("W1 90.00 by 1 pass 6", "W2 10.00 by 1 pass 6", "W2 50.00 by 2 pass 6");
    }

    @Test
    void a_batch_that_does_not_fit_is_proposed_whole() {
        var line = Owed.line(1, "", "100.00", "B1", "");
        var outcome = GroupMatch.match(
                Owed.agreement(Tolerance.NONE),
                List.of(line),
                List.of(Owed.parcel("W1", "90.00", "B1", "", "")),
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
                List.of(Owed.line(1, "X9", "80.00", "", "O7")),
                List.of(Owed.parcel("W1", "80.00", "", "O7", "")),
                (line, parcel) -> parcel.subject().equals("W1"));
        assertThat(outcome.entries()).isEmpty();
    }
}
