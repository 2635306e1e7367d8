package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed cycle never changes: what comes later for it stands in the next open one. */
class CycleCloseTest {
    private static final String NEXT = "2026-11-25";

    @TempDir
    private Path folder;

    private CarrierCompany company;

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void cycles_are_rolled_forward_once_and_late_cash_stands_in_the_open_one() {
        company = GoldenCycle.company(folder).run();
        company.job("half-month", GoldenCycle.AS_OF);
        var closed = rolled();
        // X1 was delivered in October, whose cycle is open until now
        assertThat(closed)
                .containsExactly(
                        "2026-10-H2 0.00 1250.00 0.00 850.00 0.00 400.00",
                        "2026-11-H1 400.00 10950.00 -2000.00 7299.60 0.40 2050.00");
        company.before(NEXT).paid(GoldenCycle.late());
        company.run();
        assertThat(company.receivable("W07", NEXT).text("open", "state")).isEqualTo("0.00 SETTLED");
        assertThat(rolled()).isEqualTo(closed);
        assertThat(
                        company.nights()
                                .rows(
                                        "SELECT what, amount, cycle, origin_cycle FROM receivable_entry WHERE subject = 'W07' AND what = 'LINE'"))
                .allMatch(row -> row.startsWith("LINE 2000.00 2026-11-H2"));
        company.job("half-month", GoldenCycle.AS_OF);
        assertThat(rolled()).as("nothing more is due").isEqualTo(closed);
    }

    @Test
    void what_is_corrected_in_a_closed_cycle_stands_in_the_open_one_with_its_own() {
        company = GoldenCycle.company(folder).run();
        company.job("half-month", GoldenCycle.AS_OF);
        company.decide("unmatch", "W01");
        company.before(NEXT);
        company.run();
        assertThat(
                        company.nights()
                                .rows(
                                        "SELECT what, amount, cycle, origin_cycle FROM receivable_entry WHERE subject = 'W01' AND what = 'REVERSAL'"))
                .containsExactly("REVERSAL -1000.00 2026-11-H2 2026-11-H1");
    }

    @Test
    void cash_that_comes_late_stands_in_the_open_cycle_although_another_kind_of_cycle_is_agreed_by_now() {
        company = GoldenCycle.company(folder).run();
        company.job("half-month", GoldenCycle.AS_OF);
        company.agreement("SF", "cycle", "week", "pay-by", "{week: 3}");
        company.before(NEXT).paid(GoldenCycle.late());
        company.run();
        assertThat(
                        company.nights()
                                .rows(
                                        "SELECT what, amount, cycle, origin_cycle FROM receivable_entry WHERE subject = 'W07' AND what = 'LINE'"))
                .containsExactly("LINE 2000.00 2026-W47 2026-11-H1");
    }

    @Test
    void a_cycle_that_only_an_earlier_agreement_knew_is_closed_with_the_one_it_ends_in() {
        company = GoldenCycle.company(folder).run();
        company.agreement("SF", "cycle", "month", "pay-by", "{month: next-month 10}");
        company.start();
        company.job("half-month", "2026-12-20");
        assertThat(rolled())
                .containsExactly(
                        "2026-10-H2 0.00 1250.00 0.00 850.00 0.00 400.00",
                        "2026-11 2050.00 0.00 0.00 0.00 0.00 2050.00",
                        "2026-11-H1 400.00 10950.00 -2000.00 7299.60 0.40 2050.00");
    }

    private List<String> rolled() {
        return company.nights()
                .rows(
                        "SELECT cycle, opening, added, adjusted, settled, tolerated, closing FROM rollforward ORDER BY cycle");
    }
}
