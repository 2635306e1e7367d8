package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;
import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fees in a line for a whole statement: read when it comes or changes, not with every night of the years after. */
class StatementFeesTest {
    private static final String VARIANCE = "FEE_VARIANCE C1-11H1 ";

    @TempDir
    private Path folder;

    private CarrierCompany company;

    @BeforeEach
    void prepare() {
        company = new CarrierCompany(folder).agreement("C1", "fee", fee("0.3"));
        company.before(FIRST);
        company.before(SECOND).parcels(parcel("C1", "C1W1", "1000.00")).statement(charging("5.00"));
        company.run();
        assertThat(company.breaks("C1", SECOND)).contains(VARIANCE + "2.00");
    }

    private static String fee(String percent) {
        return "{percent: %s, minimum: 0, maximum: 50, rounding: half-up, mode: fee-line}".formatted(percent);
    }

    private static WrittenStatement charging(String fee) {
        return november("C1", collect("C1W1", "1000.00", "0.00"), line("FEE", "", "0.00", fee));
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void a_statement_that_has_not_changed_is_not_read_again() {
        company.change("UPDATE statement_line SET fee = fee + 7 WHERE type = 'FEE'");
        company.before(THIRD);
        company.run();
        assertThat(company.breaks("C1", THIRD)).contains(VARIANCE + "2.00");
    }

    @Test
    void a_revision_is_judged_by_what_it_charges() {
        company.before(THIRD).statement(charging("3.50").revision(2));
        company.run();
        assertThat(company.breaks("C1", THIRD)).contains(VARIANCE + "0.50");
    }

    @Test
    void another_agreement_judges_what_has_come_before() {
        company.agreement("C1", "fee", fee("0.4"));
        company.before(THIRD);
        company.run();
        assertThat(company.breaks("C1", THIRD)).contains(VARIANCE + "1.00");
    }
}
