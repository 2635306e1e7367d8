package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;
import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round that was cut off before its end, and whose run nobody went on with. */
class CutOffRoundTest {
    @Test
    void a_later_round_takes_over_what_one_that_was_cut_off_has_moved(@TempDir Path folder) {
        try (var company = new CarrierCompany(folder).agreement("C1")) {
            company.before(FIRST);
            company.before(SECOND)
                    .parcels(parcel("C1", "C1W1", "1000.00"))
                    .paid(november("C1", collect("C1W1", "600.00", "1.80")));
            company.run();
            company.change(
                    "UPDATE recon_run SET state = 'OPEN', input_digest = '', result_digest = '' WHERE as_of = '2026-11-24'");
            company.before(THIRD).paid(WrittenStatement.of("C1", "C1-LATE", collect("C1W1", "300.00", "0.90")));
            company.run();
            assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 900.00 100.00 PARTIAL");
            assertThat(company.nights().rows("SELECT as_of, state FROM recon_run ORDER BY recon_id"))
                    .containsExactly(FIRST + " PUBLISHED", THIRD + " PUBLISHED");
        }
    }
}
