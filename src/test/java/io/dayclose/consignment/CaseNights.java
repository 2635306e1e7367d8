package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same three nights for some edge cases of reconciliation.md 3b: every case has a carrier of its own, named by its
 * number. The usual parcel was delivered in the first half of November, due on the 20th with three days of grace.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CaseNights {
    /** The last day of grace. */
    static final String FIRST = "2026-11-23";

    static final String SECOND = "2026-11-24";
    static final String THIRD = "2026-11-25";

    CarrierCompany company;

    /** Writes what lies in the inbox before each night. */
    abstract void write();

    @BeforeAll
    void run_the_nights(@TempDir Path folder) {
        company = new CarrierCompany(folder);
        company.before(FIRST);
        company.before(SECOND);
        company.before(THIRD);
        write();
        company.run();
    }

    @Test
    void every_record_of_the_cases_was_accepted() {
        assertThat(
                        company.nights()
                                .rows(
                                        "SELECT feed, voucher_key, reason FROM voucher WHERE decision IN ('RETURNED', 'REFUSED')"))
                .isEmpty();
    }

    @AfterAll
    void stop() {
        company.close();
    }

    CarrierInbox first() {
        return company.before(FIRST);
    }

    CarrierInbox second() {
        return company.before(SECOND);
    }

    CarrierInbox third() {
        return company.before(THIRD);
    }

    /** The carrier's statement for the first half of November. */
    static WrittenStatement november(String carrier, FeedRow... lines) {
        return WrittenStatement.of(carrier, carrier + "-11H1", lines);
    }

    /** The carrier's statement for the second half of October. */
    static WrittenStatement october(String carrier, FeedRow... lines) {
        return WrittenStatement.of(carrier, carrier + "-10H2", lines).period("2026-10-16", "2026-10-31");
    }

    /** A parcel delivered in the second half of October. */
    static FeedRow octoberParcel(String carrier, String waybill, String cod) {
        return FeedRow.parcel(carrier, waybill, cod)
                .with("shipped_on", "2026-10-18")
                .became("DELIVERED", "2026-10-20");
    }
}
