package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Edge cases 37, 38, 40 and 46 of reconciliation.md 3b: rules changed, and what people decide. */
class CasesOfDecisionsTest extends OneCarrierNights {
    @Test
    void case_37_a_lower_tolerance_does_not_move_what_is_confirmed() {
        paidWithinToleranceAndBelow();
        company.agreement("C1", "tolerance", "{short: 0, over: 0, per-statement: 100}");
        next(THIRD);
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 1000.00 0.00 SETTLED", "C1W2 999.30 0.70 PARTIAL");
        assertThat(company.breaks("C1", THIRD)).containsExactly("SHORT C1W2 0.70");
    }

    @Test
    void case_37_a_higher_tolerance_moves_what_is_open() {
        paidWithinToleranceAndBelow();
        company.agreement("C1", "tolerance", "{short: 1.00, over: 1.00, per-statement: 100}");
        next(THIRD);
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 1000.00 0.00 SETTLED", "C1W2 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C1", THIRD)).isEmpty();
    }

    private void paidWithinToleranceAndBelow() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"), parcel("C1", "C1W2", "1000.00"))
                .paid(CaseNights.november("C1", collect("C1W1", "999.60", "3.00"), collect("C1W2", "999.30", "3.00")));
        company.run();
        assertThat(company.receivables("C1", SECOND))
                .containsExactly("C1W1 1000.00 0.00 SETTLED", "C1W2 999.30 0.70 PARTIAL");
    }

    @Test
    void case_38_a_reversed_match_opens_both_sides_with_their_old_dates() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .paid(CaseNights.november("C1", collect("C1W1", "1000.00", "3.00")));
        company.run();
        company.decide("unmatch", "C1W1");
        next(THIRD);
        assertThat(company.receivable("C1W1", THIRD).text("gross", "open", "due_on"))
                .isEqualTo("1000.00 1000.00 2026-11-20");
        assertThat(company.suspense("C1", THIRD))
                .as("the line is unmatched, too")
                .containsExactly("C1W1 1000.00");
    }

    @Test
    void case_40_cash_after_a_write_off_recovers_it() {
        company.before(SECOND).parcels(parcel("C1", "C1W1", "1000.00")).statement(CaseNights.november("C1"));
        company.run();
        company.decide(
                "write-off", company.oneBreak("NOT_REMITTED", "C1", SECOND).get("key"));
        next(THIRD);
        assertThat(company.receivable("C1W1", THIRD).text("settled", "written_off", "open", "state"))
                .isEqualTo("0.00 1000.00 0.00 WRITTEN_OFF");
        assertThat(company.breaks("C1", THIRD)).isEmpty();
        var late = WrittenStatement.of("C1", "C1-LATE", collect("C1W1", "1000.00", "3.00"));
        company.before("2026-11-26").paid(late);
        company.run();
        assertThat(company.receivable("C1W1", "2026-11-26").text("settled", "written_off", "open", "state"))
                .isEqualTo("1000.00 0.00 0.00 SETTLED");
        assertThat(company.suspense("C1", "2026-11-26")).isEmpty();
    }

    @Test
    void case_46_what_a_person_matched_stays_when_a_better_candidate_comes() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .paid(CaseNights.november("C1", collect("C1Z9", "1000.00", "3.00")));
        company.run();
        company.decide(
                "match",
                company.oneBreak("UNKNOWN_WAYBILL", "C1", SECOND).get("key"),
                company.oneBreak("NOT_REMITTED", "C1", SECOND).get("key"));
        company.before(THIRD).parcels(parcel("C1", "C1Z9", "1000.00"));
        company.run();
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 1000.00 0.00 SETTLED", "C1Z9 0.00 1000.00 DUE");
        assertThat(company.suspense("C1", THIRD)).isEmpty();
    }
}
