package io.dayclose.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.agree.Agreement;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the demo invents is what a company would send: only the mistakes planted in it are returned. */
class DemoNightTest {
    private static final String LAST = "2026-11-22";
    private static final String MONTH_END = "2026-10-31";

    @TempDir
    private static Path folder;

    private static Shell shell;
    private static JdbcTemplate jdbc;
    private static Shell.Ended checked;
    private static Shell.Ended night;

    @BeforeAll
    static void runTheNight() throws IOException {
        var database = TestDatabase.fresh();
        shell = new Shell(new TestHome(folder), database.settings());
        var company = new DemoCompany(LocalDate.parse(LAST));
        new DemoHome(folder, "zh-CN").invent(company, TestDatabase.foreign().url());
        checked = shell.run("check");
        night = shell.run("run", "nightly", "--date", LAST);
        jdbc = new JdbcTemplate(database.dataSource());
        shell.run("run", "month-end", "--date", MONTH_END);
        shell.run("run", "weekly", "--date", LAST);
    }

    @Test
    void whatever_stands_in_two_workbooks_is_the_same() {
        var now = new Agreement(folder, LocalDate.parse(LAST), "示例公司", jdbc);
        assertThat(now.differences()).isEmpty();
        assertThat(now.workbooks()).isGreaterThan(60);
        assertThat(now.compared()).isGreaterThan(500);
        var closed = new Agreement(folder, LocalDate.parse(MONTH_END), "示例公司", jdbc);
        assertThat(closed.differences()).isEmpty();
        assertThat(closed.compared()).isGreaterThan(50);
    }

    private static List<String> texts(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    @Test
    void the_delivered_feeds_and_their_queries_are_right() {
        assertThat(checked.code()).as(checked.out()).isZero();
        assertThat(night.code()).as(night.err()).isZero();
    }

    @Test
    void everything_holds() {
        var proved = shell.run("prove");
        assertThat(proved.code()).as(proved.out()).isZero();
    }

    @Test
    void every_feed_brings_something_and_nothing_is_left_in_the_inbox() {
        assertThat(texts("SELECT feed FROM feed_source GROUP BY feed HAVING SUM(accepted) > 0"))
                .hasSize(19);
        assertThat(folder.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void only_planted_mistakes_are_returned_or_refused() {
        assertThat(
                        texts(
                                "SELECT CONCAT_WS(' ', feed, voucher_key, reason) FROM voucher WHERE decision IN ('RETURNED', 'REFUSED') ORDER BY voucher_id"))
                .containsExactly(
                        "sale X0001/1 UNKNOWN_OUTLET",
                        "sale X0002/1 AMOUNT_MISMATCH",
                        "sale X0003/1 OUTLET_CLOSED",
                        "sale X0004/1 UNKNOWN_PRODUCT",
                        "sale X0005/1 UNKNOWN_PERSON",
                        "sale X0006/1 ORIGINAL_NOT_FOUND",
                        "shipment SF/SF140099999999 UNKNOWN_DEALER",
                        "consignment_settlement JSX0001/1 AMOUNT_MISMATCH",
                        "receipt YHX0001 UNKNOWN_DEALER",
                        "receipt YHX0002 BAD_DATE",
                        "stock_movement XK0001/1 NEGATIVE_NUMBER",
                        "stock_movement XK0002/1 UNKNOWN_OUTLET",
                        "stock_count PDW001/301 BAD_NUMBER",
                        "stock_declared W014/G8888/2026-10-31 UNKNOWN_PRODUCT",
                        "warranty_card SN99999999 UNKNOWN_DEALER",
                        "target 2026-11/net-amount/PERSON/P888 UNKNOWN_PERSON",
                        "score 2026-10/satisfaction/OUTLET/W001 BAD_NUMBER",
                        "expense FYX0001 UNKNOWN_BRANCH",
                        "expense FYX0002 BAD_DATE");
    }

    @Test
    void statements_foot_and_stock_and_settlements_stay_within_what_there_is() {
        assertThat(texts("""
                SELECT s.statement_no FROM remittance_statement s JOIN remittance_line l USING (carrier_code, statement_no, revision)
                GROUP BY s.statement_no, s.line_count, s.gross, s.fee, s.net
                HAVING COUNT(*) <> s.line_count OR SUM(l.gross) <> s.gross OR SUM(l.fee) <> s.fee OR SUM(l.net) <> s.net""")).isEmpty();
        assertThat(texts("""
                SELECT CONCAT_WS(' ', outlet_code, product_code, SUM(quantity)) FROM (
                  SELECT outlet_code, product_code, IF(kind = 'SALE', -quantity, quantity) AS quantity FROM sale
                  UNION ALL
                  SELECT outlet_code, product_code, IF(type IN ('RECEIVE', 'TRANSFER_IN', 'ADJUST'), quantity, -quantity) FROM stock_movement
                ) moved GROUP BY outlet_code, product_code HAVING SUM(quantity) < 0""")).isEmpty();
        assertThat(texts("""
                SELECT CONCAT_WS(' ', c.dealer_code, c.product_code) FROM (
                  SELECT dealer_code, product_code, SUM(quantity) AS settled FROM consignment_settlement GROUP BY dealer_code, product_code
                ) c LEFT JOIN (
                  SELECT o.dealer_code, s.product_code, SUM(IF(s.kind = 'SALE', s.quantity, -s.quantity)) AS sold
                  FROM sale s JOIN outlet o USING (outlet_code) GROUP BY o.dealer_code, s.product_code
                ) d USING (dealer_code, product_code) WHERE sold IS NULL OR settled > sold""")).isEmpty();
    }

    @Test
    void carriers_slip_in_every_usual_way_and_most_lines_match_by_themselves() {
        assertThat(texts("SELECT DISTINCT type FROM break_item WHERE is_open = 1"))
                .containsExactlyInAnyOrder(
                        "NOT_REMITTED",
                        "SHORT",
                        "FEE_VARIANCE",
                        "UNKNOWN_WAYBILL",
                        "DUPLICATE_LINE",
                        "PAID_REFUSED",
                        "BANK_GAP",
                        "GOODS_NOT_BACK");
        assertThat(texts("SELECT debtor FROM break_item WHERE is_open = 1 AND type = 'NOT_REMITTED' ORDER BY debtor"))
                .as("one parcel of each carrier, and the dealers who pay late, not at all, or do not say what for")
                .containsExactly("D05", "D06", "D08", "DB", "SF");
        assertThat(texts("SELECT DISTINCT reason FROM suspense WHERE ends = '9999-12-31'"))
                .containsExactlyInAnyOrder("UNKNOWN_WAYBILL", "DUPLICATE_LINE", "PAID_REFUSED", "UNPLACED");
        assertThat(texts("SELECT DISTINCT what FROM receivable_entry"))
                .containsExactlyInAnyOrder("GROSS", "ADJUST", "LINE", "RECEIPT", "TOLERANCE");
        assertThat(texts("SELECT DISTINCT debtor FROM receivable_entry WHERE pass = 6 AND line_id <> 0"))
                .as("a line that pays a whole batch")
                .containsExactlyInAnyOrder("SF", "DB");
        assertThat(texts("SELECT SUM(placed > 0) > 0.9 * COUNT(*) FROM statement_line WHERE type = 'COLLECT'"))
                .containsExactly("1");
    }
}
