package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people have said does not belong together is not put together by its batch either. */
class DismissedPairsTest extends OneCarrierNights {
    private static final String FOURTH = "2026-11-26";

    private void proposed(String stated) {
        company.before(SECOND)
                .parcels(
                        parcel("C1", "C1W1", "2000.00").with("batch_ref", "B1"),
                        parcel("C1", "C1W2", "1000.00").with("batch_ref", "B1"))
                .paid(november("C1", collect("", stated, "0.00").with("batch_ref", "B1")));
        company.run();
    }

    @Test
    void a_batch_is_not_proposed_to_parcels_it_was_dismissed_with() {
        proposed("2500.00");
        assertThat(company.breaks("C1", SECOND)).containsExactly("SHORT B1 500.00");
        company.say("dismiss", "C1W1", "B1");
        company.say("dismiss", "C1W2", "C1-11H1/1");
        next(THIRD);
        assertThat(company.breaks("C1", THIRD))
                .containsExactly(
                        "NOT_REMITTED C1W1 2000.00", "NOT_REMITTED C1W2 1000.00", "UNKNOWN_WAYBILL B1 2500.00");
    }

    @Test
    void a_batch_pays_the_others_when_just_they_fit() {
        proposed("2000.00");
        company.say("dismiss", "C1W2", "B1");
        next(THIRD);
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 2000.00 0.00 SETTLED", "C1W2 0.00 1000.00 DUE");
    }

    @Test
    void another_name_of_a_parcel_does_not_pay_it_once_it_was_dismissed() {
        company.before(SECOND)
                .paid(november("C1", collect("", "1000.00", "3.00").with("order_no", "O1")))
                .parcels(parcel("C1", "C1W1", "1000.00"));
        company.run();
        company.say("dismiss", "C1W1", "C1-11H1/1");
        company.before(THIRD).parcels(parcel("C1", "C1W1", "1000.00").with("order_no", "O1"));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 0.00 1000.00 DUE");
    }
}
