package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** The rules of the feeds besides master data and sales. */
class FeedRulesTest extends CompanyNights {
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, column_name, value FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key";

    @Override
    protected TestHome prepared(TestHome company) {
        return company.allFeeds().write("inbox/dealer-1.csv", "dealer_code,name,branch_code\nD01,诚信,B02\n");
    }

    private void night(String feed, String header, String... lines) {
        home.write("inbox/" + feed + "-1.csv", header + "\n" + String.join("\n", lines) + "\n");
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
    }

    @Test
    void a_shipment_names_a_dealer_and_becomes_a_new_version_when_its_state_changes() {
        var header = "carrier_code,waybill_no,dealer_code,shipped_on,status,cod_amount";
        home.write("inbox/shipment-0.csv", header + "\nSF,0001,D01,2026-11-20,SHIPPED,100.00\n");
        night(
                "shipment",
                header,
                "SF,0001,D01,2026-11-20,DELIVERED,100.00",
                "SF,0002,D99,2026-11-20,SHIPPED,1.00",
                "SF,0003,D01,2026-11-20,GONE,1.00");
        assertThat(rows("SELECT waybill_no, status, version FROM shipment ORDER BY version"))
                .containsExactly("0001 SHIPPED 1", "0001 DELIVERED 2");
        assertThat(rows(OPEN))
                .containsExactly(
                        "SF/0002 RETURNED UNKNOWN_DEALER dealer_code D99", "SF/0003 RETURNED NOT_IN_LIST status GONE");
    }

    @Test
    void statements_and_their_lines_may_be_negative() {
        night(
                "remittance_line",
                "carrier_code,statement_no,revision,line_no,waybill_no,type,gross,fee,net",
                "SF,T1,0,1,0001,COLLECT,100.00,1.00,99.00",
                "SF,T1,0,2,0001,REFUND,-40.00,0,-40.00");
        assertThat(rows("SELECT line_no, net FROM remittance_line ORDER BY 1")).containsExactly("1 99.00", "2 -40.00");
        assertThat(
                        rows(
                                "SELECT read_amount, accepted_amount FROM feed_source WHERE feed = 'remittance_line' AND kind = 'FILE'"))
                .containsExactly("59.00 59.00");
    }

    @Test
    void the_words_people_write_are_understood_where_the_feed_says_what_they_mean() {
        home.write("jobs-config/feeds/receipt.yml", """
                feed: receipt
                source: {files: "receipt-*.csv"}
                key: [receipt_no]
                words: {payer_kind: {物流公司: CARRIER, 代理商: DEALER}}
                """);
        restart();
        night(
                "receipt",
                "receipt_no,received_on,payer_kind,payer_code,amount",
                "R1,2026-11-20,物流公司,SF,10.00",
                "R2,2026-11-20,DEALER,D01,10.00",
                "R3,2026-11-20,银行,X,10.00");
        assertThat(rows("SELECT receipt_no, payer_kind FROM receipt ORDER BY 1"))
                .containsExactly("R1 CARRIER", "R2 DEALER");
        assertThat(rows(OPEN)).containsExactly("R3 RETURNED NOT_IN_LIST payer_kind 银行");
    }

    @Test
    void a_consignment_settlement_foots() {
        night(
                "consignment_settlement",
                "settlement_no,line_no,dealer_code,product_code,quantity,unit_price,amount,settled_on,due_on",
                "C1,1,D01,G001,3,9.99,29.97,2026-11-20,2026-12-20",
                "C1,2,D01,G001,3,9.99,30.00,2026-11-20,2026-12-20");
        assertThat(rows(OPEN)).containsExactly("C1/2 RETURNED AMOUNT_MISMATCH amount 30.00");
    }

    @Test
    void a_dealers_receipt_needs_a_known_dealer_a_carriers_does_not() {
        night(
                "receipt",
                "receipt_no,received_on,payer_kind,payer_code,amount",
                "1,2026-11-20,CARRIER,SF,10",
                "2,2026-11-20,DEALER,D01,10",
                "3,2026-11-20,DEALER,D77,10");
        assertThat(rows(OPEN)).containsExactly("3 RETURNED UNKNOWN_DEALER payer_code D77");
    }

    @Test
    void only_an_adjustment_of_stock_may_be_negative() {
        night(
                "stock_movement",
                "movement_no,line_no,business_date,outlet_code,product_code,type,quantity",
                "M1,1,2026-11-20,W001,G001,ADJUST,-3",
                "M1,2,2026-11-20,W001,G001,DAMAGE,-3");
        assertThat(rows("SELECT type, quantity FROM stock_movement")).containsExactly("ADJUST -3");
        assertThat(rows(OPEN)).containsExactly("M1/2 REFUSED NEGATIVE_NUMBER quantity -3");
    }

    @Test
    void a_count_belongs_to_the_day_of_its_moment() {
        night(
                "stock_count",
                "count_no,line_no,counted_at,outlet_code,product_code,quantity",
                "Z1,1,2026-11-22 21:30:00,W001,G001,7",
                "Z1,2,2026-11-23 00:10:00,W001,G001,7");
        assertThat(rows("SELECT counted_at FROM stock_count")).containsExactly("2026-11-22T21:30");
        assertThat(rows(OPEN)).containsExactly("Z1/2 WAITING FUTURE_DATED counted_at 2026-11-23");
    }

    @Test
    void targets_are_monthly_and_name_somebody_known() {
        night(
                "target",
                "period,metric,scope_kind,scope_code,value",
                "2026年11月,net-amount,BRANCH,B01,100000",
                "2026/12,net-amount,COMPANY,ALL,500000.5",
                "2026-13,net-amount,BRANCH,B01,1",
                "2026-11,net-amount,PERSON,P777,1");
        assertThat(rows("SELECT period, value FROM target ORDER BY 1"))
                .containsExactly("2026-11 100000.0000", "2026-12 500000.5000");
        assertThat(rows(OPEN))
                .containsExactly(
                        "2026-11/net-amount/PERSON/P777 RETURNED UNKNOWN_PERSON scope_code P777",
                        "2026-13/net-amount/BRANCH/B01 REFUSED BAD_KEY period 2026-13");
    }

    @Test
    void an_expense_may_be_taken_back_a_deposit_takes_its_sign_from_its_type() {
        night("expense", "entry_no,entry_date,branch_code,category,amount", "E1,2026-11-20,B01,房租,-50.00");
        home.write(
                "inbox/deposit_movement-1.csv",
                "entry_no,entry_date,dealer_code,type,amount\nK1,2026-11-20,D01,PAID,-5\nK2,2026-11-20,D01,REFUNDED,5\n");
        nights.run("2026-11-23");
        assertThat(rows("SELECT amount FROM expense")).containsExactly("-50.00");
        assertThat(rows("SELECT entry_no FROM deposit_movement")).containsExactly("K2");
        assertThat(rows(OPEN)).containsExactly("K1 REFUSED NEGATIVE_NUMBER amount -5.00");
    }

    @Test
    void every_feed_of_the_catalogue_is_read_by_this_home() {
        assertThat(home.home().feeds())
                .hasSize(FeedCatalogue.delivered().names().size());
    }
}
