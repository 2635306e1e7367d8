package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Months before the first night. */
class BeforeTheBooksTest extends CommissionCompany {

    @Test
    void a_late_line_brings_no_fixed_amounts_of_months_before_books_began() {
        plan("room", "from: 2026-01-01, payee: outlet, rate: {fixed: 310, per: outlet}");
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"));
        night("2026-11-21", sale("S2", "2026-09-20", "100"));
        assertThat(rows("SELECT plan, origin_month, SUM(amount) FROM ledger GROUP BY plan, origin_month ORDER BY 1, 2"))
                .containsExactly("room 2026-11 930.00", "staff 2026-09 10.00", "staff 2026-11 10.00");
    }
}
