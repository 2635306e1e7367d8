package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is paid under another name is tolerated like what is paid under its own. */
class AliasToleranceTest {
    @TempDir
    private Path folder;

    @Test
    void a_parcel_paid_almost_whole_under_its_order_is_settled() {
        try (var company = new CarrierCompany(folder).agreement("C1")) {
            company.before(SECOND)
                    .parcels(
                            parcel("C1", "C1W1", "1000.00").with("order_no", "O1"),
                            parcel("C1", "C1W2", "1000.00").with("order_no", "O2"))
                    .paid(november(
                            "C1",
                            collect("C1F1", "999.60", "3.00").with("order_no", "O1"),
                            collect("C1F2", "600.00", "1.80").with("order_no", "O2"),
                            collect("C1F3", "399.50", "1.20").with("order_no", "O2")));
            company.run();
            assertThat(company.receivables("C1", SECOND))
                    .containsExactly("C1W1 1000.00 0.00 SETTLED", "C1W2 1000.00 0.00 SETTLED");
            assertThat(company.breaks("C1", SECOND)).isEmpty();
        }
    }
}
