package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plan that is taken away takes back what it paid; put there again it pays again. */
class PlanRemovedTest extends CommissionCompany {

    @Test
    void the_only_plan_removed_and_added_again_pays_what_it_paid() {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"));
        removePlan("staff");
        reopen();
        night("2026-11-21");
        plan("staff", TEN_PERCENT);
        reopen();
        night("2026-11-22");
        assertThat(rows("SELECT business_date, cause, amount FROM ledger ORDER BY entry_id"))
                .containsExactly(
                        "2026-11-20 SALE 10.00", "2026-11-21 PLAN_CHANGED -10.00", "2026-11-22 PLAN_CHANGED 10.00");
    }
}
