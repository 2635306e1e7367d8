package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;
import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was approved and cannot be done any more says so. */
class LapsedDecisionsTest {
    @TempDir
    private Path folder;

    private CarrierCompany company;

    @BeforeEach
    void prepare() {
        company = new CarrierCompany(folder).agreement("C1");
        company.before(FIRST);
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .paid(november("C1", collect("C1Z9", "700.00", "2.10")));
        company.run();
    }

    @AfterEach
    void stop() {
        company.close();
    }

    private ShownRow last() {
        var all = company.show("decisions", THIRD);
        return all.get(all.size() - 1);
    }

    @Test
    void a_match_with_a_line_that_a_revision_has_taken_off_lapses() {
        company.decide("match", "C1Z9", "C1W1");
        company.before(THIRD).statement(november("C1").revision(2));
        company.run();
        assertThat(last().get("state")).isEqualTo("LAPSED");
        assertThat(last().get("outcome")).contains("COD:C1:C1W1");
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 0.00 1000.00 DUE");
    }

    @Test
    void a_second_write_off_of_the_same_finds_nothing_open() {
        company.decide("write-off", "C1W1");
        company.decide("write-off", "C1W1");
        company.before(THIRD);
        company.run();
        var all = company.show("decisions", THIRD);
        assertThat(all).extracting(row -> row.get("state")).containsExactly("APPROVED", "LAPSED");
        assertThat(all.get(0).get("outcome")).isEmpty();
    }

    @Test
    void a_decision_that_is_done_is_approved_and_says_nothing() {
        company.decide("release", "C1Z9", "--to", "C1W1");
        company.before(THIRD);
        company.run();
        assertThat(last().text("state", "outcome")).isEqualTo("APPROVED ");
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 700.00 300.00 PARTIAL");
    }
}
