package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row of what carriers owe is changed by hand, found with both figures, and put back. */
class TouchedBooksTest {
    @TempDir
    private static Path folder;

    private static CarrierCompany company;

    @BeforeAll
    static void run_the_cycle() {
        company = GoldenCycle.company(folder).run();
        company.job("half-month", GoldenCycle.AS_OF);
        assertThat(company.findings()).isEmpty();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @ParameterizedTest
    @CsvSource({
        "shipment, cod_amount, waybill_no = 'W07'",
        "remittance_line, gross, waybill_no = 'W01'",
        "remittance_statement, gross, statement_no = 'SF-2026-11-H1'",
        "receivable, settled, subject = 'W01'",
        "receivable, adjusted, subject = 'W05'",
        "receivable_entry, amount, subject = 'W02' AND what = 'GROSS'",
        "statement_line, placed, waybill = 'W01'",
        "suspense, amount, ends = '9999-12-31'",
        "carrier_statement, received, statement_no = 'SF-2026-11-H1'",
        "break_item, amount, is_open = 1",
        "break_event, amount, state = 'OPEN'",
        "rollforward, closing, cycle = '2026-10-H2'",
        "recon_total, open, recon_id = (SELECT r FROM (SELECT MAX(recon_id) AS r FROM recon_total) m) AND debtor = 'SF'",
    })
    void a_row_that_was_changed_by_hand_is_named_with_both_figures(String table, String column, String row) {
        company.change("UPDATE %s SET %s = %s + 1 WHERE %s LIMIT 1".formatted(table, column, column, row));
        assertThat(company.findings()).as(table).anySatisfy(each -> {
            assertThat(each.table()).isEqualTo(table);
            assertThat(each.expected()).isNotEqualTo(each.found());
        });
        company.change("UPDATE %s SET %s = %s - 1 WHERE %s LIMIT 1".formatted(table, column, column, row));
        assertThat(company.findings()).as("put back").isEmpty();
    }
}
