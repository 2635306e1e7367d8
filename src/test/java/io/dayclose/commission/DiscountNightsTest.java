package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A discount on a whole document, from the till to the seller's commission. */
class DiscountNightsTest extends CommissionCompany {
    private static final String CABLE = "S1,1,SALE,2026-11-20,W001,P005,G001,2,10.00,,20.00,,,,";
    private static final String PHONE = "S1,2,SALE,2026-11-20,W001,P005,G002,1,10.00,,10.00,N1,,,";
    private static final String ONE_OFF = "S1,3,DISCOUNT,2026-11-20,W001,P005,,,,,-1.00,,,,";

    private static final String OUTLETS =
            "SELECT business_date, outlet_code, documents, gross_amount, returned_amount, discount_amount FROM outlet_day ORDER BY 1, 2";
    private static final String SELLERS =
            "SELECT business_date, seller_code, gross_amount - returned_amount FROM seller_day ORDER BY 1, 2";
    private static final String PRODUCTS =
            "SELECT business_date, product_code, gross_amount - returned_amount FROM product_day ORDER BY 1, 2";
    private static final String EARNED =
            "SELECT plan, payee_code, SUM(amount) FROM ledger WHERE type = 'EARN' GROUP BY plan, payee_code ORDER BY 1, 2";
    private static final String ODD =
            "SELECT doc_no, line_no, kind, why FROM noted_sale WHERE why IS NOT NULL ORDER BY 1, 2";
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, column_name, value FROM voucher WHERE resolved_on IS NULL ORDER BY 1";

    /** A plan for each category, and nights without workbooks. */
    @Override
    protected TestHome prepared(TestHome company) {
        company.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, commission, close-day]\n");
        return super.prepared(company)
                .plan("parts", TEN_PERCENT + ", applies-to: {category: 配件}")
                .plan("phones", TEN_PERCENT + ", applies-to: {category: 手机}");
    }

    @Test
    void two_products_are_sold_with_one_yuan_off_and_one_of_them_comes_back() {
        night("2026-11-20", CABLE, PHONE, ONE_OFF);
        assertThat(rows(OUTLETS)).containsExactly("2026-11-20 W001 1 29.00 0.00 -1.00");
        assertThat(rows(SELLERS)).containsExactly("2026-11-20 P005 29.00");
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 19.33", "2026-11-20 G002 9.67");
        assertThat(rows(EARNED)).containsExactly("parts P005 1.93", "phones P005 0.97");
        assertThat(rows(ODD)).isEmpty();

        night("2026-11-21", "R1,1,RETURN,2026-11-21,W001,P005,G002,1,9.67,,9.67,N1,S1,2,");
        assertThat(rows(PRODUCTS))
                .containsExactly("2026-11-20 G001 19.33", "2026-11-20 G002 9.67", "2026-11-21 G002 -9.67");
        assertThat(rows(EARNED)).containsExactly("parts P005 1.93", "phones P005 0.00");
    }

    @Test
    void the_way_to_the_fen_shows_what_each_line_bears() {
        night("2026-11-20", CABLE, PHONE, ONE_OFF);
        var explained = shell().run(
                        "explain",
                        "commission",
                        "--plan",
                        "parts",
                        "--payee",
                        "P005",
                        "--period",
                        "2026-11",
                        "--format",
                        "csv");
        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out())
                .contains("LINE,2026-11-20 S1/1,20.00,100,20.00,SALE CLEARED")
                .contains("LINE,2026-11-20 S1/3,-0.67,100,-0.67,DISCOUNT S1/1 CLEARED");
    }

    @Test
    void the_screen_after_the_night_says_what_discounts_took_off() {
        home.sales("sale-1.csv", CABLE, PHONE, ONE_OFF);
        var ran = shell().run("run", "nightly", "--date", "2026-11-20");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("销售总额 ¥29.00（已减整单折扣 ¥1.00）− 退货 ¥0.00 = 净销售额 ¥29.00");
    }

    @Test
    void a_discount_that_comes_before_its_lines_stands_alone_until_they_come() {
        night("2026-11-20", ONE_OFF);
        assertThat(rows(OUTLETS)).containsExactly("2026-11-20 W001 0 -1.00 0.00 -1.00");
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20  -1.00");
        assertThat(rows(SELLERS)).containsExactly("2026-11-20 P005 -1.00");
        assertThat(rows(ODD)).containsExactly("S1 3 DISCOUNT DISCOUNT_ALONE");

        night("2026-11-21", CABLE.replace("11-20", "11-21"), PHONE.replace("11-20", "11-21"));
        assertThat(rows(PRODUCTS))
                .containsExactly(
                        "2026-11-20 G001 -0.67",
                        "2026-11-20 G002 -0.33",
                        "2026-11-21 G001 20.00",
                        "2026-11-21 G002 10.00");
        assertThat(rows(EARNED)).containsExactly("parts P005 1.93", "phones P005 0.97");
        assertThat(rows(ODD)).isEmpty();
    }

    @Test
    void a_line_that_is_corrected_or_cancelled_and_a_discount_that_is_share_anew() {
        night("2026-11-20", CABLE, PHONE, ONE_OFF);
        night("2026-11-21", CABLE.replace("2,10.00,,20.00", "1,10.00,,10.00"));
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 9.50", "2026-11-20 G002 9.50");
        night("2026-11-22", ONE_OFF.replace("-1.00", "-4.00"));
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 8.00", "2026-11-20 G002 8.00");
        night("2026-11-23", "S1,2,,,,,,,,,,,,,Y");
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 6.00");
        assertThat(rows(EARNED)).containsExactly("parts P005 0.60", "phones P005 0.00");
        night("2026-11-24", "S1,3,,,,,,,,,,,,,Y");
        assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 10.00");
        assertThat(rows(EARNED)).containsExactly("parts P005 1.00", "phones P005 0.00");
        assertThat(rows("SELECT COUNT(*) FROM discount_share")).containsExactly("0");
    }

    @Test
    void a_discount_counts_on_its_own_day_and_of_its_own_seller_whoever_sold_the_lines() {
        night("2026-11-12", CABLE.replace("11-20", "11-12"), PHONE.replace("11-20", "11-12"));
        night("2026-11-13", "S1,3,DISCOUNT,2026-11-13,W001,P004,G001,0,0,,-3.00,,,,");
        assertThat(rows(SELLERS)).containsExactly("2026-11-12 P005 30.00", "2026-11-13 P004 -3.00");
        assertThat(rows(PRODUCTS))
                .containsExactly(
                        "2026-11-12 G001 20.00",
                        "2026-11-12 G002 10.00",
                        "2026-11-13 G001 -2.00",
                        "2026-11-13 G002 -1.00");
        assertThat(rows(EARNED))
                .containsExactly("parts P004 -0.20", "parts P005 2.00", "phones P004 -0.10", "phones P005 1.00");
    }

    @Test
    void a_discount_without_a_seller_lowers_those_who_sold_the_lines() {
        night(
                "2026-11-12",
                CABLE.replace("11-20", "11-12").replace("P005", "P004"),
                PHONE.replace("11-20", "11-12"),
                ONE_OFF.replace("11-20", "11-12").replace("P005", ""));
        assertThat(rows(SELLERS)).containsExactly("2026-11-12 P004 19.33", "2026-11-12 P005 9.67");
        assertThat(rows(EARNED)).containsExactly("parts P004 1.93", "phones P005 0.97");
    }

    @Test
    void what_a_held_line_bears_is_held_with_it_and_released_by_its_card() {
        plan(
                "phones",
                "from: 2026-11-01, payee: seller, applies-to: {category: 手机}, measure: net-amount, rate: {percent: 10}, hold: [{gate: warranty-card, days: 10, then: forfeit}]");
        restart();
        night(
                "2026-11-20",
                PHONE,
                PHONE.replace("S1,2", "S1,4").replace("N1", "N2"),
                ONE_OFF.replace("-1.00", "-2.00"));
        home.write("inbox/warranty_card-1.csv", "serial_no,returned_on,dealer_code\nN1,2026-11-21,\n");
        night("2026-11-21");
        assertThat(rows("SELECT business_date, type, amount FROM ledger WHERE plan = 'phones' ORDER BY entry_id"))
                .containsExactly("2026-11-20 EARN 1.80", "2026-11-20 HOLD 1.80", "2026-11-21 RELEASE 0.90");
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        var orders =
                List.of(List.of(CABLE, PHONE, ONE_OFF), List.of(ONE_OFF, PHONE, CABLE), List.of(PHONE, ONE_OFF, CABLE));
        for (var order : orders) {
            home.smallCompany();
            restart();
            for (int i = 0; i < 3; i++) {
                night("2026-11-2" + i, order.get(i));
            }
            assertThat(rows(PRODUCTS)).containsExactly("2026-11-20 G001 19.33", "2026-11-20 G002 9.67");
            assertThat(rows(SELLERS)).containsExactly("2026-11-20 P005 29.00");
            assertThat(rows(EARNED)).containsExactly("parts P005 1.93", "phones P005 0.97");
        }
    }

    @Test
    void what_is_no_discount_is_returned_and_nothing_can_come_back_of_one() {
        home.sales(
                "sale-1.csv",
                CABLE,
                ONE_OFF,
                "E1,1,DISCOUNT,2026-11-20,W001,P005,,,,,1.00,,,,",
                "E2,1,DISCOUNT,2026-11-20,W001,P005,,1,,,-1.00,,,,",
                "E3,1,DISCOUNT,2026-11-20,W001,P005,,0,1.00,,-1.00,,,,",
                "E4,1,SALE,2026-11-20,W001,P005,,1,1.00,,1.00,,,,",
                "E5,1,SALE,2026-11-20,W001,P005,G001,1,1.00,,-1.00,,,,",
                "E6,1,RETURN,2026-11-20,W001,P005,G001,1,1.00,,1.00,,S1,3,",
                "E7,1,DISCOUNT,2026-11-20,W001,P005,G999,,,,-1.00,,,,",
                "E8,1,DISCOUNT,2026-11-20,W001,P004,,,,,-1.00,,,,");
        nights.run("2026-11-20");
        assertThat(rows(OPEN))
                .containsExactly(
                        "E1/1 RETURNED BAD_DISCOUNT amount 1.00",
                        "E2/1 RETURNED BAD_DISCOUNT quantity 1",
                        "E3/1 RETURNED BAD_DISCOUNT unit_price 1.00",
                        "E4/1 RETURNED MISSING_VALUE product_code ",
                        "E5/1 REFUSED NEGATIVE_NUMBER amount -1.00",
                        "E6/1 RETURNED ORIGINAL_NOT_FOUND original_doc_no S1/3",
                        "E7/1 RETURNED UNKNOWN_PRODUCT product_code G999",
                        "E8/1 RETURNED PERSON_LEFT seller_code P004");
    }

    @Test
    void a_discount_sent_again_is_a_duplicate_with_or_without_its_zeros_and_counts_negative_in_controls() {
        home.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-*.csv"}
                key: [doc_no, line_no]
                controls: {count: row_count, sum: amount}
                """);
        restart();
        night("2026-11-20", CABLE, ONE_OFF, "row_count,2,amount,19.00");
        night("2026-11-21", ONE_OFF.replace("P005,,,,", "P005,,0,0.00,"), "row_count,1,amount,-1.00");
        assertThat(
                        rows(
                                "SELECT read_count, accepted, corrected, duplicate, read_amount FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY source_id"))
                .containsExactly("2 2 0 0 19.00", "1 0 0 1 -1.00");
    }

    @Test
    void a_sale_that_turns_out_to_be_a_discount_leaves_its_return_without_an_original() {
        night("2026-11-20", CABLE, "S1,4,SALE,2026-11-20,W001,P005,G001,1,5.00,,5.00,,,,");
        night("2026-11-21", "R1,1,RETURN,2026-11-21,W001,P005,G001,1,5.00,,5.00,,S1,4,");
        assertThat(rows(EARNED)).containsExactly("parts P005 2.00");
        night("2026-11-22", "S1,4,DISCOUNT,2026-11-20,W001,P005,,,,,-5.00,,,,");
        assertThat(rows(EARNED)).containsExactly("parts P005 1.50");
        assertThat(rows("SELECT reason, line_count, net_amount FROM uncredited"))
                .containsExactly("NO_ORIGINAL 1 -5.00");
    }
}
