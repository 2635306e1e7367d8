package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people have taken apart is matched again by people only, also where another name than the waybill fits. */
class UnmatchedAliasTest extends OneCarrierNights {
    private static final String FOURTH = "2026-11-26";

    private String stands(String date) {
        return company.receivable("C1W1", date).text("settled", "open");
    }

    @Test
    void a_line_matched_by_its_order_and_unmatched_by_people_stays_apart() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00").with("order_no", "O1"))
                .paid(november("C1", collect("C1F1", "1000.00", "3.00").with("order_no", "O1")));
        company.run();
        assertThat(stands(SECOND)).isEqualTo("1000.00 0.00");
        company.decide("unmatch", "C1W1");
        next(THIRD);
        assertThat(stands(THIRD)).isEqualTo("0.00 1000.00");
        next(FOURTH);
        assertThat(stands(FOURTH)).isEqualTo("0.00 1000.00");
        assertThat(company.suspense("C1", FOURTH)).containsExactly("C1F1 1000.00");
    }
}
