package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A returned voucher is new when it is accepted, also by a night that is run again. */
class VoucherTakenLaterTest extends CommissionCompany {
    private static final String LEDGER =
            "SELECT posting_month, type, cause, amount FROM ledger WHERE type NOT IN ('PAYOUT', 'CARRY') ORDER BY entry_id";

    @Test
    void a_sale_that_its_own_night_accepts_when_it_is_run_again_is_posted_as_a_sale() {
        plan("staff", TEN_PERCENT);
        restart();
        home.sales(
                "sale-1.csv",
                sale("S1", "2026-11-20", "100"),
                sale("S2", "2026-11-20", "50").replace("W001", "W009"));
        nights.run("2026-11-20");
        home.write("inbox/outlet-2.csv", "outlet_code,name,branch_code,channel\nW009,新店,B01,OWN\n");
        nights.again("2026-11-20", "the outlet has come");
        assertThat(rows(LEDGER)).containsExactly("2026-11 EARN SALE 10.00", "2026-11 EARN SALE 5.00");
    }

    @Test
    void a_return_that_is_accepted_after_the_close_by_the_same_night_is_clawed_back() {
        plan("staff", TEN_PERCENT);
        restart();
        home.sales("sale-1.csv", sale("S1", "2026-10-31", "100"), back("R1", "2026-10-31", "30", "S2"));
        nights.run("2026-10-31");
        closeMonth("2026-10");
        home.sales("sale-2.csv", sale("S2", "2026-10-31", "60"));
        nights.again("2026-10-31", "the sale has come");
        assertThat(rows(LEDGER))
                .containsExactly(
                        "2026-10 EARN SALE 10.00", "2026-11 ADJUST SALE 6.00", "2026-11 CLAWBACK RETURN -3.00");
    }
}
