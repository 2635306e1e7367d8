package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What nights append to the ledger, from files to fen. */
class CommissionNightsTest extends CommissionCompany {
    private static final String LEDGER =
            "SELECT business_date, origin_month, posting_month, payee_code, type, cause, amount FROM ledger ORDER BY entry_id";
    private static final String ACCOUNTS =
            "SELECT origin_month, payee_code, earned + adjusted + clawed - held - forfeited, held, forfeited, reason FROM account_month ORDER BY 1, plan, 2";

    private static String phone(String doc, String date, String amount, String serial) {
        return doc + ",1,SALE," + date + ",W001,P005,G002,1," + amount + ",," + amount + "," + serial + ",,,";
    }

    @Test
    void a_retroactive_band_posts_what_a_return_takes_back() {
        plan(
                "staff",
                "from: 2026-11-01, payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, of: percent, table: [{from: 0, rate: 1}, {from: 10000, rate: 2}]}}");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "10500"));
        night("2026-11-21", back("R1", "2026-11-21", "600", "S1"));
        assertThat(rows(LEDGER))
                .containsExactly(
                        "2026-11-20 2026-11 2026-11 P005 EARN SALE 210.00",
                        "2026-11-21 2026-11 2026-11 P005 EARN RETURN -111.00");
        nights.again("2026-11-21", "once more");
        assertThat(rows("SELECT COUNT(*) FROM ledger")).containsExactly("2");
    }

    @Test
    void what_is_held_is_released_card_by_card() {
        plan(
                "phones",
                "from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: warranty-card, days: 10, then: forfeit}]");
        restart();
        night(
                "2026-11-10",
                phone("S1", "2026-11-10", "33.34", "C1"),
                phone("S2", "2026-11-10", "33.33", "C2"),
                phone("S3", "2026-11-10", "33.33", "C3"));
        home.write("inbox/warranty_card-1.csv", "serial_no,returned_on,dealer_code\nC1,2026-11-11,\n");
        night("2026-11-11");
        home.write("inbox/warranty_card-2.csv", "serial_no,returned_on,dealer_code\nC2,2026-11-12,\n");
        night("2026-11-12");
        assertThat(rows(LEDGER))
                .containsExactly(
                        "2026-11-10 2026-11 2026-11 P005 EARN SALE 10.00",
                        "2026-11-10 2026-11 2026-11 P005 HOLD SALE 10.00",
                        "2026-11-11 2026-11 2026-11 P005 RELEASE GATE 3.33",
                        "2026-11-12 2026-11 2026-11 P005 RELEASE GATE 3.34");
        for (int day = 13; day <= 21; day++) {
            night("2026-11-" + day);
        }
        assertThat(rows(ACCOUNTS)).containsExactly("2026-11 P005 6.67 0.00 3.33 ");
        assertThat(rows("SELECT business_date, type, cause, amount FROM ledger WHERE business_date > '2026-11-12'"))
                .containsExactly("2026-11-21 FORFEIT GATE 3.33");
    }

    @Test
    void a_fixed_amount_goes_with_the_last_line_of_a_payee() {
        plan("starters", "from: 2026-11-01, payee: seller, rate: {fixed: 150.25}");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"));
        night("2026-11-21", sale("S1", "2026-11-20", "100").replace("P005", "P001"));
        assertThat(rows(LEDGER))
                .containsExactlyInAnyOrder(
                        "2026-11-20 2026-11 2026-11 P005 EARN SALE 150.25",
                        "2026-11-21 2026-11 2026-11 P001 EARN CORRECTION 150.25",
                        "2026-11-21 2026-11 2026-11 P005 EARN CORRECTION -150.25");
    }

    @Test
    void the_passing_of_days_divides_anew_also_when_what_waits_is_negative_and_nothing_is_held() {
        home.write(
                "inbox/product-2.csv",
                "product_code,name,category,serialised,standard_cost\nG001,数据线,配件,N,100\nG002,手机甲,手机,Y,100\n");
        plan(
                "margin",
                "from: 2026-11-01, payee: seller, measure: gross-margin, rate: {percent: 10}, hold: [{gate: warranty-card, days: 4, then: forfeit}, {gate: return-window, days: 3}]");
        restart();
        night(
                "2026-11-06",
                phone("A", "2026-11-01", "200", "C1"),
                sale("C", "2026-11-01", "150"),
                sale("B", "2026-11-06", "90"));
        assertThat(rows(ACCOUNTS)).containsExactly("2026-11 P005 5.00 0.00 9.00 ");
        for (int day = 7; day <= 10; day++) {
            night("2026-11-%02d".formatted(day));
        }
        assertThat(rows(ACCOUNTS)).containsExactly("2026-11 P005 4.00 0.00 10.00 ");
    }
}
