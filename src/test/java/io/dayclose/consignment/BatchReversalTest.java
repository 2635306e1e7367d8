package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A carrier takes back what it has paid in one line for parcels that the line does not name. */
class BatchReversalTest extends OneCarrierNights {
    private static final String FOURTH = "2026-11-26";

    private void paidAsBatch(String waybill) {
        company.before(SECOND)
                .parcels(
                        parcel("C1", "C1W1", "2000.00").with("batch_ref", "B1"),
                        parcel("C1", "C1W2", "1000.00").with("batch_ref", "B1"))
                .statement(november("C1", original(waybill)));
    }

    private static FeedRow original(String waybill) {
        return collect(waybill, "3000.00", "0.00").with("batch_ref", "B1").with("carrier_line_id", "L1");
    }

    private static WrittenStatement back(String amount, String named) {
        var reversal = line("REVERSAL", "", amount, "0.00").with("original_line_id", named);
        return WrittenStatement.of("C1", "C1-BACK", reversal).period("2026-11-16", "2026-11-30");
    }

    private void owedAgain(String date) {
        assertThat(company.receivables("C1", date))
                .containsExactly("C1W1 0.00 2000.00 REOPENED", "C1W2 0.00 1000.00 REOPENED");
        assertThat(company.suspense("C1", date)).isEmpty();
        assertThat(company.breaks("C1", date))
                .contains("NOT_REMITTED C1W1 2000.00", "NOT_REMITTED C1W2 1000.00")
                .noneMatch(each -> each.startsWith("UNKNOWN_WAYBILL") || each.startsWith("REFUND"));
    }

    @Test
    void parcels_paid_as_a_batch_are_owed_again_when_its_line_is_reversed() {
        paidAsBatch("");
        company.before(THIRD).statement(back("-3000.00", "L1"));
        company.run();
        owedAgain(THIRD);
    }

    @Test
    void the_same_when_the_line_bore_a_waybill_nobody_knows() {
        paidAsBatch("C1LIST");
        company.before(THIRD).statement(back("-3000.00", "L1"));
        company.run();
        owedAgain(THIRD);
    }

    @Test
    void a_part_that_is_taken_back_leaves_the_rest_to_people() {
        paidAsBatch("");
        company.before(THIRD).statement(back("-1000.00", "L1"));
        company.run();
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 0.00 2000.00 REOPENED", "C1W2 0.00 1000.00 REOPENED");
        assertThat(company.suspense("C1", THIRD)).containsExactly("B1 2000.00");
        assertThat(company.breaks("C1", THIRD)).contains("SHORT B1 1000.00");
    }

    @Test
    void a_reversal_of_a_line_that_has_not_come_is_a_break_until_it_comes() {
        company.before(SECOND).statement(back("-3000.00", "L1"));
        company.run();
        assertThat(company.breaks("C1", SECOND)).contains("UNKNOWN_WAYBILL C1-BACK/1 3000.00");
        company.before(THIRD)
                .parcels(
                        parcel("C1", "C1W1", "2000.00").with("batch_ref", "B1"),
                        parcel("C1", "C1W2", "1000.00").with("batch_ref", "B1"))
                .statement(november("C1", original("")));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 0.00 2000.00 DUE", "C1W2 0.00 1000.00 DUE");
        assertThat(company.suspense("C1", THIRD)).isEmpty();
    }

    @Test
    void parcels_are_paid_again_when_a_revision_takes_the_reversal_off() {
        paidAsBatch("");
        company.before(THIRD).statement(back("-3000.00", "L1"));
        company.before(FOURTH)
                .statement(WrittenStatement.of("C1", "C1-BACK")
                        .period("2026-11-16", "2026-11-30")
                        .revision(2));
        company.run();
        assertThat(company.receivables("C1", FOURTH))
                .containsExactly("C1W1 2000.00 0.00 SETTLED", "C1W2 1000.00 0.00 SETTLED");
    }

    @Test
    void what_was_matched_by_hand_is_owed_again_when_its_line_is_reversed() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .statement(november("C1", collect("C1Z9", "1000.00", "3.00").with("carrier_line_id", "L1")));
        company.run();
        company.decide("match", "C1Z9", "C1W1");
        next(THIRD);
        company.before(FOURTH).parcels(parcel("C1", "C1Z9", "500.00")).statement(back("-1000.00", "L1"));
        company.run();
        assertThat(company.receivables("C1", FOURTH))
                .containsExactly("C1W1 0.00 1000.00 REOPENED", "C1Z9 0.00 500.00 DUE");
        assertThat(company.suspense("C1", FOURTH)).isEmpty();
    }

    @Test
    void a_batch_is_matched_again_when_one_of_its_parcels_is_refused_after_it_was_paid() {
        paidAsBatch("");
        company.before(THIRD)
                .parcels(parcel("C1", "C1W2", "1000.00").with("batch_ref", "B1").became("REFUSED", "2026-11-16"));
        company.run();
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 0.00 2000.00 REOPENED", "C1W2 0.00 0.00 CANCELLED");
        assertThat(company.suspense("C1", THIRD)).containsExactly("B1 3000.00");
        assertThat(company.suspense("D09", THIRD)).isEmpty();
        assertThat(company.breaks("C1", THIRD)).contains("OVER B1 1000.00");
    }
}
