package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;
import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parcel that was refused was never paid for by anybody: it is the same whether the carrier's line came before that or after. */
class RefusedParcelsTest {

    @TempDir
    private Path folder;

    private CarrierCompany company;

    @BeforeEach
    void prepare() {
        company = new CarrierCompany(folder).agreement("C1").agreement("C2");
        company.before(FIRST);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    /** The same parcel and line of two carriers: C1 pays first, C2 only after it was refused. */
    private void bothOrders(FeedRow refused, String gross, String fee) {
        for (var carrier : new String[] {"C1", "C2"}) {
            var of = refused.with("carrier_code", carrier);
            var paid = CaseNights.november(carrier, collect("W1", gross, fee));
            var delivered = parcel(carrier, "W1", "1000.00");
            if (carrier.equals("C1")) {
                company.before(SECOND).parcels(delivered).paid(paid);
                company.before(THIRD).parcels(of);
            } else {
                company.before(SECOND).parcels(of);
                company.before(THIRD).paid(paid);
            }
        }
        company.run();
        assertThat(company.receivables("C1", THIRD)).isEqualTo(company.receivables("C2", THIRD));
        assertThat(company.suspense("C1", THIRD)).isEqualTo(company.suspense("C2", THIRD));
        assertThat(company.breaks("C1", THIRD).toString().replace("C1", "C2"))
                .isEqualTo(company.breaks("C2", THIRD).toString());
    }

    private static FeedRow refused() {
        return parcel("C1", "W1", "1000.00").became("REFUSED", "2026-11-16");
    }

    @Test
    void what_was_paid_for_a_parcel_that_is_refused_later_is_no_dealers_credit() {
        bothOrders(refused(), "1000.00", "3.00");
        assertThat(company.suspense("C1", THIRD)).containsExactly("W1 1000.00");
        assertThat(company.breaks("C1", THIRD)).containsExactly("PAID_REFUSED W1 1000.00");
        assertThat(company.suspense("D09", THIRD)).isEmpty();
    }

    @Test
    void what_was_paid_for_the_part_that_is_refused_later_waits_as_if_it_came_after() {
        bothOrders(refused().became("PART_REFUSED", "2026-11-16").with("refused_amount", "300.00"), "1000.00", "3.00");
        assertThat(company.receivables("C1", THIRD)).containsExactly("W1 700.00 0.00 SETTLED");
        assertThat(company.breaks("C1", THIRD)).containsExactly("PAID_REFUSED W1 300.00");
    }

    @Test
    void tolerance_of_a_parcel_that_is_refused_later_is_taken_back_with_the_payment() {
        bothOrders(refused(), "999.60", "3.00");
        assertThat(company.receivables("C1", THIRD)).containsExactly("W1 0.00 0.00 CANCELLED");
        assertThat(company.suspense("C1", THIRD)).containsExactly("W1 999.60");
    }

    @Test
    void a_net_that_was_restated_for_a_parcel_that_is_refused_later_is_what_the_line_states_again() {
        bothOrders(refused(), "997.00", "0.00");
        assertThat(company.suspense("C1", THIRD)).containsExactly("W1 997.00");
    }

    @Test
    void what_was_written_off_of_a_parcel_that_is_refused_later_is_nobodys_credit() {
        company.before(SECOND)
                .parcels(parcel("C1", "W1", "1000.00"))
                .paid(CaseNights.november("C1", collect("W1", "600.00", "1.80")));
        company.run();
        company.decide("write-off", company.oneBreak("SHORT", "C1", SECOND).get("key"));
        company.before(THIRD);
        company.run();
        company.before("2026-11-26").parcels(refused());
        company.run();
        assertThat(company.receivable("W1", "2026-11-26").text("settled", "written_off", "open", "state"))
                .isEqualTo("0.00 0.00 0.00 CANCELLED");
        assertThat(company.suspense("C1", "2026-11-26")).containsExactly("W1 600.00");
        assertThat(company.suspense("D09", "2026-11-26")).isEmpty();
    }
}
