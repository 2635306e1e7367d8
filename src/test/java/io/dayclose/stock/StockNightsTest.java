package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** Stock through real nights. */
class StockNightsTest extends CompanyNights {
    private static final String MOVEMENT =
            "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,counter_outlet,reference\n";
    private static final String COUNT = "count_no,line_no,counted_at,outlet_code,product_code,quantity,counted_by\n";

    @Override
    protected TestHome prepared(TestHome company) {
        return company.feeds("stock_movement", "stock_count", "stock_declared");
    }

    private void moved(String file, String... lines) {
        home.write("inbox/stock_movement-" + file + ".csv", MOVEMENT + String.join("\n", lines) + "\n");
    }

    private void counted(String file, String... lines) {
        home.write("inbox/stock_count-" + file + ".csv", COUNT + String.join("\n", lines) + "\n");
    }

    private void sold(String file, String... lines) {
        home.write(
                "inbox/sale-" + file + ".csv",
                "doc_no,line_no,kind,business_date,sold_at,outlet_code,seller_code,product_code,quantity,unit_price,amount,original_doc_no,original_line_no,void\n"
                        + String.join("\n", lines) + "\n");
    }

    private String stock(String date) {
        var ended = shell().run("show", "stock", "--date", date, "--format", "csv");
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out().substring(ended.out().indexOf('\n') + 1).trim();
    }

    private void night(String date) {
        var result = nights.run(date);
        assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
    }

    private void again(String date) {
        var result = nights.again(date, "late facts");
        assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
    }

    @Test
    void the_stock_take_of_the_specification_and_its_late_receipt() {
        moved("1", "M1,1,2026-11-05,W001,G001,ADJUST,100,,,");
        night("2026-11-05");
        moved("2", "M2,1,2026-11-06,W001,G001,RECEIVE,40,,,", "M3,1,2026-11-06,W001,G001,RETURN_TO_US,10,,,");
        sold(
                "2",
                "D1,1,SALE,2026-11-06,2026-11-06 09:00:00,W001,P005,G001,89,1,89,,,",
                "D2,1,RETURN,2026-11-06,2026-11-06 10:00:00,W001,P005,G001,5,1,5,D1,1,",
                "D3,1,SALE,2026-11-06,2026-11-06 15:00:00,W001,P005,G001,1,1,1,,,");
        counted("2", "K1,1,2026-11-06 12:00:00,W001,G001,42,王芳");
        home.write("inbox/stock_declared-2.csv", "outlet_code,product_code,as_of,quantity\nW001,G001,2026-11-06,43\n");
        night("2026-11-06");
        assertThat(stock("2026-11-06")).isEqualTo("W001,G001,OWNED,2026-11-06,100,40,90,5,0,14,41,43,42");
        assertThat(rows("SELECT calculated, counted FROM stock_variance")).containsExactly("46 42");
        moved("3", "M4,1,2026-11-05,W001,G001,RECEIVE,3,,,");
        night("2026-11-07");
        assertThat(rows("SELECT calculated, counted FROM stock_variance")).containsExactly("49 42");
        assertThat(stock("2026-11-07")).isEqualTo("W001,G001,OWNED,2026-11-07,41,0,0,0,0,0,41,,");
        assertThat(stock("2026-11-06")).isEqualTo("W001,G001,OWNED,2026-11-06,103,40,90,5,0,17,41,43,42");
    }

    @Test
    void a_dealer_sells_what_is_ours_first_and_a_return_restores_it() {
        moved("1", "M1,1,2026-11-05,W002,G001,RECEIVE,3,CONSIGNED,,", "M2,1,2026-11-05,W002,G001,RECEIVE,10,OWNED,,");
        sold("1", "D1,1,SALE,2026-11-05,,W002,,G001,5,1,5,,,");
        night("2026-11-05");
        assertThat(stock("2026-11-05")).isEqualTo("""
                        W002,G001,OWNED,2026-11-05,0,10,2,0,0,0,8,,
                        W002,G001,CONSIGNED,2026-11-05,0,3,3,0,0,0,0,,""");
        sold("2", "D2,1,RETURN,2026-11-06,,W002,,G001,4,1,4,D1,1,");
        night("2026-11-06");
        assertThat(stock("2026-11-06")).isEqualTo("""
                        W002,G001,OWNED,2026-11-06,8,0,0,2,0,0,10,,
                        W002,G001,CONSIGNED,2026-11-06,0,0,0,2,0,0,2,,""");
    }

    @Test
    void a_discount_moves_no_goods_whatever_product_and_outlet_it_names() {
        moved("1", "M1,1,2026-11-05,W002,G001,RECEIVE,3,CONSIGNED,,", "M2,1,2026-11-05,W001,G001,RECEIVE,10,OWNED,,");
        sold(
                "1",
                "D1,1,SALE,2026-11-05,,W002,,G001,2,1,2,,,",
                "D1,2,DISCOUNT,2026-11-05,,W002,,G001,,,-1,,,",
                "D1,3,DISCOUNT,2026-11-05,,W003,,G001,,,-1,,,");
        counted("1", "K1,1,2026-11-05 22:00:00,W001,G001,10,王芳");
        night("2026-11-05");
        sold("2", "D1,4,DISCOUNT,2026-11-05,,W001,P005,G001,,,-1,,,", "D1,5,DISCOUNT,2026-11-06,,W003,,,,,-1,,,");
        again("2026-11-05");
        night("2026-11-06");
        assertThat(stock("2026-11-05")).isEqualTo("""
                        W001,G001,OWNED,2026-11-05,0,10,0,0,0,0,10,,10
                        W002,G001,CONSIGNED,2026-11-05,0,3,2,0,0,0,1,,""");
        assertThat(rows("SELECT outlet_code, product_code FROM stock_cell ORDER BY 1"))
                .containsExactly("W001 G001", "W002 G001");
    }

    @Test
    void what_is_cancelled_or_corrected_stands_on_the_shelf_again() {
        moved("1", "M1,1,2026-11-05,W001,G001,RECEIVE,10,,,");
        sold("1", "D1,1,SALE,2026-11-05,,W001,P005,G001,4,1,4,,,", "D2,1,SALE,2026-11-05,,W001,P005,G001,1,1,1,,,");
        night("2026-11-05");
        sold("2", "D1,1,SALE,2026-11-05,,W001,P005,G001,4,1,4,,,Y");
        moved("2", "M1,1,2026-11-05,W003,G001,RECEIVE,10,,,");
        night("2026-11-06");
        assertThat(stock("2026-11-06")).isEqualTo("""
                        W001,G001,OWNED,2026-11-06,-1,0,0,0,0,0,-1,,
                        W003,G001,OWNED,2026-11-06,10,0,0,0,0,0,10,,""");
    }

    @Test
    void goods_that_are_sent_on_keep_the_day_they_came_even_when_their_sender_is_told_late() {
        moved("1", "M2,1,2026-11-07,W001,G001,TRANSFER_IN,2,,W003,");
        night("2026-11-07");
        assertThat(rows("SELECT owned_layers FROM stock_cell")).containsExactly("[[\"2026-11-07\",2]]");
        moved("2", "M1,1,2026-11-05,W003,G001,RECEIVE,9,,,", "M2,2,2026-11-06,W003,G001,TRANSFER_OUT,2,,W001,");
        again("2026-11-07");
        assertThat(rows("SELECT owned_layers FROM stock_cell ORDER BY outlet_code"))
                .containsExactly("[[\"2026-11-05\",2]]", "[[\"2026-11-05\",7]]");
        moved("3", "M0,1,2026-11-04,W003,G001,RECEIVE,9,,,");
        night("2026-11-08");
        assertThat(rows("SELECT owned_layers FROM stock_cell WHERE outlet_code = 'W001'"))
                .containsExactly("[[\"2026-11-04\",2]]");
    }

    @Test
    void a_correction_that_names_a_count_books_it_and_moves_nothing() {
        moved("1", "M1,1,2026-11-05,W001,G001,RECEIVE,46,,,");
        counted("1", "K1,1,2026-11-05 22:00:00,W001,G001,42,王芳");
        night("2026-11-05");
        moved("2", "M2,1,2026-11-06,W001,G001,ADJUST,-4,,,K1");
        night("2026-11-06");
        assertThat(stock("2026-11-06")).isEqualTo("W001,G001,OWNED,2026-11-06,42,0,0,0,4,4,42,,");
    }

    @Test
    void stock_that_was_changed_from_outside_is_found_before_the_day_closes() {
        moved("1", "M1,1,2026-11-05,W001,G001,RECEIVE,46,,,");
        night("2026-11-05");
        engine.work().jdbc().update("UPDATE stock_day SET closing = 45");
        sold("2", "D1,1,SALE,2026-11-06,,W001,P005,G001,1,1,1,,,");
        var result = nights.run("2026-11-06");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.problems().toString()).contains("DC-801");
    }

    @Test
    void what_was_declared_and_counted_stands_once_on_every_shelf_owned_consigned_or_empty() {
        moved("1", "M1,1,2026-11-05,W002,G001,RECEIVE,8,CONSIGNED,,", "M2,1,2026-11-05,W001,G001,RECEIVE,3,OWNED,,");
        sold("1", "D1,1,SALE,2026-11-05,,W001,,G001,3,1,3,,,");
        night("2026-11-05");
        counted("2", "K1,1,2026-11-06 12:00:00,W002,G001,8,", "K1,2,2026-11-06 12:00:00,W001,G001,0,");
        home.write(
                "inbox/stock_declared-2.csv",
                "outlet_code,product_code,as_of,quantity\nW002,G001,2026-11-06,7\nW001,G001,2026-11-06,0\nW003,G001,2026-11-06,0\n");
        night("2026-11-06");
        assertThat(stock("2026-11-06")).isEqualTo("""
                        W001,G001,OWNED,2026-11-06,0,0,0,0,0,0,0,0,0
                        W002,G001,CONSIGNED,2026-11-06,8,0,0,0,0,0,8,7,8
                        W003,G001,OWNED,2026-11-06,0,0,0,0,0,0,0,0,""");
    }
}
