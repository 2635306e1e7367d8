package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.Tolerances.Request;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too little to follow is written off for a whole statement, or not at all. */
class TolerancesTest {
    private static Request missing(long line, String waybill, String paid, String due) {
        var request = Owed.line(line, waybill, paid);
        request.place(new BigDecimal(paid));
        var asked = new BigDecimal(due).subtract(new BigDecimal(paid));
        return new Request(request, Owed.parcel(waybill, due).pay(new BigDecimal(paid)), asked);
    }

    private static Request tooMuch(long line, String waybill, String paid, String due) {
        var request = Owed.line(line, waybill, paid);
        request.place(new BigDecimal(due));
        request.hold(BreakType.OVER);
        var asked = new BigDecimal(due).subtract(new BigDecimal(paid));
        return new Request(request, Owed.parcel(waybill, due).pay(new BigDecimal(due)), asked);
    }

    @Test
    void what_is_missing_of_parcels_is_written_off_up_to_what_is_agreed_for_the_statement() {
        var requests = List.of(missing(1, "W1", "99.40", "100.00"), missing(2, "W2", "49.60", "50.00"));
        var outcome = Tolerances.decide(Owed.tolerance("1.00", "1.00"), requests);
        assertThat(outcome.entries())
                .extracting(each -> each.subject() + " " + each.what() + " " + each.amount())
                .containsExactly("W1 TOLERANCE 0.60", "W2 TOLERANCE 0.40");
        assertThat(outcome.receivables())
                .allSatisfy(each -> assertThat(each.open()).isEqualByComparingTo("0"));
        assertThat(outcome.refused()).isZero();
    }

    @Test
    void a_fen_more_than_that_and_nothing_is() {
        var requests = List.of(missing(1, "W1", "99.40", "100.00"), missing(2, "W2", "49.59", "50.00"));
        var outcome = Tolerances.decide(Owed.tolerance("1.00", "1.00"), requests);
        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).isEqualByComparingTo("1.01");
    }

    @Test
    void what_is_too_much_counts_against_the_same_limit_and_stays_with_the_line() {
        var request = tooMuch(1, "W1", "100.70", "100.00");
        var outcome = Tolerances.decide(Owed.tolerance("1.00", "1.00"), List.of(request));
        assertThat(outcome.entries()).isEmpty();
        assertThat(request.line().disposed().tolerated()).isEqualByComparingTo("0.70");
        assertThat(request.line().left()).isEqualByComparingTo("0");
        assertThat(request.line().reason()).isEmpty();
    }

    /** A later line of the same statement asks for more than is agreed: what was granted before is taken back. */
    @Test
    void what_was_granted_before_is_taken_back_with_a_refusal() {
        var granted = missing(1, "W1", "99.40", "100.00");
        granted.line().spend(new BigDecimal("0.60"));
        var before = new Request(granted.line(), granted.item().tolerate(new BigDecimal("0.60")), BigDecimal.ZERO);
        var outcome =
                Tolerances.decide(Owed.tolerance("1.00", "1.00"), List.of(before, missing(2, "W2", "49.50", "50.00")));
        assertThat(outcome.entries())
                .extracting(each -> each.subject() + " " + each.amount())
                .containsExactly("W1 -0.60");
        assertThat(granted.line().disposed().spent()).isEqualByComparingTo("0");
        assertThat(outcome.refused()).isEqualByComparingTo("1.10");
    }

    @Test
    void what_was_granted_of_too_much_is_in_question_again_with_a_refusal() {
        var granted = Owed.line(1, "W1", "100.70 placed=100.00 tolerated=0.70");
        var before = new Request(granted, Owed.parcel("W1", "100.00 settled=100.00"), BigDecimal.ZERO);
        var outcome =
                Tolerances.decide(Owed.tolerance("1.00", "1.00"), List.of(before, missing(2, "W2", "49.50", "50.00")));
        assertThat(granted.disposed().tolerated()).isEqualByComparingTo("0");
        assertThat(granted.left()).isEqualByComparingTo("0.70");
        assertThat(granted.reason()).isEqualTo("OVER");
        assertThat(outcome.refused()).isEqualByComparingTo("1.20");
    }

    /** Both lines of a parcel ask for the 0.60 that are missing of it. */
    @Test
    void no_more_is_written_off_than_is_missing_by_then() {
        var item = Owed.parcel("W1", "100.00 settled=99.40");
        var asked = new BigDecimal("0.60");
        var both = List.of(
                new Request(Owed.line(1, "W1", "50.00 placed=50.00"), item, asked),
                new Request(Owed.line(2, "W1", "49.40 placed=49.40"), item, asked));
        var outcome = Tolerances.decide(Owed.tolerance("1.00", "5.00"), both);
        assertThat(outcome.entries())
                .extracting(each -> each.line() + " " + each.amount())
                .containsExactly("1 0.60");
    }
}
