package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A write-off that cash has taken back stands again when that cash is gone. */
class WriteOffRestoredTest extends OneCarrierNights {
    private static final String FOURTH = "2026-11-26";

    /** Written off on the second night, and paid after all on the fourth. */
    private void recovered(String written, FeedRow... paid) {
        company.before(SECOND).parcels(parcel("C1", "C1W1", "1000.00")).statement(november("C1", paid));
        company.run();
        company.decide("write-off", "C1W1");
        next(THIRD);
        company.before(FOURTH).statement(WrittenStatement.of("C1", "C1-LATE", collect("C1W1", written, "0.00")));
        company.run();
        assertThat(stands(FOURTH)).isEqualTo("1000.00 0.00 0.00 SETTLED");
    }

    private String stands(String date) {
        return company.receivable("C1W1", date).text("settled", "written_off", "open", "state");
    }

    @Test
    void a_line_that_a_revision_takes_off_gives_the_write_off_back() {
        recovered("1000.00");
        company.before("2026-11-27")
                .statement(WrittenStatement.of("C1", "C1-LATE").revision(2));
        company.run();
        assertThat(stands("2026-11-27")).isEqualTo("0.00 1000.00 0.00 WRITTEN_OFF");
        assertThat(company.breaks("C1", "2026-11-27")).isEmpty();
    }

    @Test
    void a_part_that_was_written_off_is_written_off_again_and_no_more() {
        recovered("400.00", collect("C1W1", "600.00", "1.80"));
        company.before("2026-11-27")
                .statement(WrittenStatement.of("C1", "C1-LATE").revision(2));
        company.run();
        assertThat(stands("2026-11-27")).isEqualTo("600.00 400.00 0.00 SETTLED");
    }

    @Test
    void a_line_that_people_unmatch_gives_the_write_off_back_and_waits() {
        recovered("1000.00");
        company.decide("unmatch", "C1W1");
        next("2026-11-27");
        assertThat(stands("2026-11-27")).isEqualTo("0.00 1000.00 0.00 WRITTEN_OFF");
        assertThat(company.suspense("C1", "2026-11-27")).containsExactly("C1W1 1000.00");
    }

    @Test
    void a_line_that_the_carrier_reverses_gives_the_write_off_back() {
        recovered("1000.00");
        company.before("2026-11-27")
                .statement(WrittenStatement.of("C1", "C1-BACK", line("REVERSAL", "C1W1", "-1000.00", "0.00")));
        company.run();
        assertThat(stands("2026-11-27")).isEqualTo("0.00 1000.00 0.00 WRITTEN_OFF");
        assertThat(company.suspense("C1", "2026-11-27")).isEmpty();
    }
}
