package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.approval.Decisions;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A month in which nothing happened is left behind when a later one is closed. */
class MonthLeftBehindTest extends CommissionCompany {

    private static final String SETTLED = "SELECT month, opening, net, paid FROM settlement ORDER BY month";

    @Test
    void a_late_sale_of_a_month_before_the_first_closed_one_is_paid_with_the_open_one() {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-11-30", sale("S1", "2026-11-30", "100"));
        closeMonth("2026-11");
        night("2026-12-01", sale("S2", "2026-10-31", "200"));
        assertThat(
                        rows(
                                "SELECT origin_month, posting_month, type, amount FROM ledger WHERE business_date > '2026-11-30'"))
                .containsExactly("2026-10 2026-12 ADJUST 20.00");
        quietUntil("2026-12-31");
        closeMonth("2026-12");
        assertThat(rows(SETTLED)).containsExactly("2026-11 0.00 10.00 10.00", "2026-12 0.00 20.00 20.00");
    }

    @Test
    void an_adjustment_of_such_a_month_is_settled_with_the_open_one() {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "100"));
        closeMonth("2026-10");
        decide(new Decisions.Proposal(
                Decisions.Kind.ADJUST, "", "PERSON", "P005", "", "2026-09", new BigDecimal("5"), "", ""));
        quietUntil("2026-11-30");
        closeMonth("2026-11");
        assertThat(rows(SETTLED)).containsExactly("2026-10 0.00 10.00 10.00", "2026-11 0.00 5.00 5.00");
    }
}
