package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plan that comes later pays for days of the open month that no plan had asked for. */
class PlanAddedLaterTest extends CommissionCompany {

    @Test
    void all_that_a_new_plan_pays_for_earlier_days_is_posted_as_a_change_of_plans() {
        plan("staff", TEN_PERCENT.replace("2026-01-01", "2026-11-10"));
        restart();
        night("2026-11-09", sale("S1", "2026-11-09", "100"));
        night("2026-11-10", sale("S2", "2026-11-10", "100"));
        plan("extra", TEN_PERCENT.replace("2026-01-01", "2026-11-01"));
        reopen();
        night("2026-11-11", sale("S3", "2026-11-11", "30"), sale("S4", "2026-11-09", "10"));
        assertThat(rows("SELECT cause, amount FROM ledger WHERE plan = 'extra' ORDER BY entry_id"))
                .containsExactly("PLAN_CHANGED 20.00", "LATE 1.00", "SALE 3.00");
    }
}
