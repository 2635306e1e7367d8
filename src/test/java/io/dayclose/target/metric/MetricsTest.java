package io.dayclose.target.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.app.Engine;
import io.dayclose.target.Scope;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The metrics delivered, against figures worked out by hand. W1 belongs to B1 until 10 November and to B2 from then; W2 is dealer
 * D1's in B2; W3 opened on 5 November and takes back more than it sells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = LocalDate.of(2026, 11, 30);
    private static final String FACT = ", 1, '2026-11-01', 1, 1)";

    private Engine engine;
    private MetricStore store;

    @BeforeAll
    void start(@TempDir Path folder) {
        var home = new TestHome(folder)
                .write("sql/metric/everybody-twice.sql", """
                        -- unit: points
                        SELECT 'BRANCH' AS scope_kind, 'B1' AS scope_code, 1 AS value UNION ALL SELECT 'BRANCH', 'B1', 2;
                        """)
                .write("sql/metric/of-nobody.sql", "SELECT 'SHOP' AS scope_kind, 'B1' AS scope_code, 1 AS value");
        engine = home.engine(TestDatabase.fresh());
        store = new MetricStore(engine.work().jdbc(), home.home());
        master();
        sales();
        money();
        plans();
        nights();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    private void insert(String table, String columns, String... rows) {
        for (var row : rows) {
            engine.work().jdbc().update("INSERT INTO " + table + " (" + columns + ") VALUES (" + row);
        }
    }

    private void master() {
        var fact = ", version, night, source_id, source_line";
        insert(
                "branch",
                "branch_code, valid_from, name" + fact,
                "'B1', '1000-01-01', 'East'" + FACT,
                "'B2', '1000-01-01', 'South'" + FACT);
        insert(
                "dealer",
                "dealer_code, valid_from, name, branch_code" + fact,
                "'D1', '1000-01-01', 'Trust', 'B2'" + FACT);
        insert(
                "outlet",
                "outlet_code, valid_from, name, branch_code, channel, dealer_code, opened_on" + fact,
                "'W1', '1000-01-01', 'One', 'B1', 'OWN', NULL, '2020-01-01'" + FACT,
                "'W1', '2026-11-10', 'One', 'B2', 'OWN', NULL, '2020-01-01'" + FACT,
                "'W2', '1000-01-01', 'Two', 'B2', 'DEALER', 'D1', '2020-01-01'" + FACT,
                "'W3', '1000-01-01', 'Three', 'B1', 'OWN', NULL, '2026-11-05'" + FACT);
        insert(
                "person",
                "person_code, valid_from, name, branch_code, role" + fact,
                "'P1', '1000-01-01', 'Wang', 'B1', 'SELLER'" + FACT);
        insert(
                "product",
                "product_code, valid_from, name, category, standard_cost" + fact,
                "'G1', '1000-01-01', 'Cable', 'X', 4" + FACT,
                "'G1', '2026-11-10', 'Cable', 'X', 6" + FACT,
                "'G2', '1000-01-01', 'Gift', 'X', NULL" + FACT);
    }

    private void sales() {
        var sums = ", sold_quantity, returned_quantity, gross_amount, returned_amount";
        insert(
                "outlet_day",
                "business_date, outlet_code, documents" + sums,
                "'2026-10-31', 'W1', 1, 9, 0, 900, 0)",
                "'2026-11-09', 'W1', 1, 10, 1, 100, 10)",
                "'2026-11-10', 'W1', 1, 5, 0, 50, 0)",
                "'2026-11-30', 'W2', 1, 3, 0, 60, 0)",
                "'2026-11-20', 'W3', 1, 1, 2, 10, 20)",
                "'2026-12-01', 'W1', 1, 9, 0, 900, 0)");
        insert(
                "seller_day",
                "business_date, outlet_code, seller_code, documents" + sums,
                "'2026-11-09', 'W1', 'P1', 1, 4, 1, 40, 10)",
                "'2026-11-20', 'W3', 'P1', 1, 1, 0, 10, 0)");
        insert(
                "product_day",
                "business_date, outlet_code, product_code" + sums,
                "'2026-11-09', 'W1', 'G1', 10, 1, 100, 10)",
                "'2026-11-10', 'W1', 'G1', 5, 0, 50, 0)",
                "'2026-11-30', 'W2', 'G2', 3, 0, 60, 0)");
    }

    private void money() {
        var fact = ", version, night, source_id, source_line";
        insert(
                "receipt",
                "receipt_no, received_on, payer_kind, payer_code, amount, currency" + fact,
                "'R1', '2026-11-02', 'DEALER', 'D1', 70, NULL" + FACT,
                "'R1', '2026-11-02', 'DEALER', 'D1', 75, NULL, 2, '2026-11-03', 2, 1)",
                "'R2', '2026-11-30', 'CARRIER', 'SF', 500, 'CNY'" + FACT,
                "'R3', '2026-11-30', 'DEALER', 'D1', 99, 'USD'" + FACT,
                "'R4', '2026-12-01', 'DEALER', 'D1', 11, NULL" + FACT);
        engine.work().jdbc().update("""
                INSERT INTO receivable (kind, debtor, subject, waybill, dealer_code, currency, gross, adjusted, settled, tolerated, credited,
                    written_off, due_on, cycle, status, status_on, batch_ref, order_no, parent, version, reopened, proposed, state, is_open, since)
                VALUES ('COD', 'SF', 'Y1', 'Y1', 'D1', 'CNY', 200, -20, 120, 30, 0, 0, '2026-11-20', '', 'DELIVERED', '2026-11-01', '', '', '', 1, 0, '', 'PARTIAL', 1, '2026-11-01')""");
        var entry =
                "recon_id, night, kind, debtor, subject, what, currency, amount, cycle, origin_cycle, line_id, receipt_no, pass";
        var rest = ", '', '', 1, '', 1)";
        insert(
                "receivable_entry",
                entry,
                "1, '2026-11-01', 'COD', 'SF', 'Y1', 'GROSS', 'CNY', 200" + rest,
                "1, '2026-11-16', 'COD', 'SF', 'Y1', 'LINE', 'CNY', 100" + rest,
                "1, '2026-11-17', 'COD', 'SF', 'Y1', 'REVERSAL', 'CNY', -10" + rest,
                "1, '2026-11-17', 'COD', 'SF', 'Y1', 'TOLERANCE', 'CNY', 30" + rest);
    }

    private void plans() {
        var fact = ", version, night, source_id, source_line";
        insert(
                "expense",
                "entry_no, entry_date, branch_code, category, amount" + fact,
                "'E1', '2026-11-03', 'B1', 'RENT', 300" + FACT,
                "'E2', '2026-11-04', 'B2', 'RENT', 100" + FACT,
                "'E3', '2026-11-05', 'B2', 'RENT', -40" + FACT);
        insert(
                "target",
                "period, metric, scope_kind, scope_code, value" + fact,
                "'2026-11', 'expense', 'COMPANY', 'ALL', 720" + FACT,
                "'2026-11', 'expense', 'BRANCH', 'B1', 100" + FACT,
                "'2026-11', 'expense', 'BRANCH', 'B1', 400, 2, '2026-11-02', 2, 1)");
        insert(
                "ledger",
                "plan, payee_kind, payee_code, origin_month, posting_month, business_date, type, cause, amount, posted_by, run_id",
                "'a', 'PERSON', 'P1', '2026-11', '2026-11', '2026-11-09', 'EARN', 'SALE', 4, 'round 1', 1)",
                "'a', 'PERSON', 'P1', '2026-11', '2026-11', '2026-11-09', 'HOLD', 'SALE', 2, 'round 1', 1)",
                "'b', 'DEALER', 'D1', '2026-11', '2026-11', '2026-11-30', 'EARN', 'SALE', 6, 'round 1', 1)");
        insert(
                "score",
                "period, metric, scope_kind, scope_code, value" + fact,
                "'2026-10', 'satisfaction', 'BRANCH', 'B1', 70" + FACT,
                "'2026-11', 'satisfaction', 'BRANCH', 'B1', 80" + FACT,
                "'2026-11', 'satisfaction', 'BRANCH', 'B1', 85.5, 2, '2026-11-02', 2, 1)");
    }

    private void nights() {
        insert(
                "voucher",
                "feed, voucher_key, source_id, source_line, counted_in, decision, branch_code, payload, first_seen",
                "'sale', '1', 1, 1, 1, 'RETURNED', 'B1', '[]', '2026-11-01')",
                "'sale', '2', 1, 1, 1, 'RETURNED', 'B1', '[]', '2026-11-30')",
                "'sale', '3', 1, 1, 1, 'RETURNED', NULL, '[]', '2026-11-30')",
                "'sale', '4', 1, 1, 1, 'REFUSED', 'B1', '[]', '2026-11-30')",
                "'sale', '5', 1, 1, 1, 'RETURNED', 'B1', '[]', '2026-12-01')");
        insert(
                "business_day",
                "business_date, run_id, closed_at, digest",
                "'2026-11-01', 1, '2026-11-02 01:00:00', '')",
                "'2026-11-01', 2, '2026-11-02 02:00:00', '')",
                "'2026-11-02', 3, '2026-11-03 01:00:00', '')",
                "'2026-11-03', 4, '2026-11-04 01:00:00', '')",
                "'2026-11-04', 5, '2026-11-05 01:00:00', '')");
        insert(
                "owed_report",
                "night, feed, branch_code, due_on, due_at, days_late, escalated",
                "'2026-11-02', 'expense', 'B2', '2026-11-01', '2026-11-02 02:00:00', 1, 'N')",
                "'2026-11-02', 'target', 'B2', '2026-11-01', '2026-11-02 02:00:00', 1, 'N')",
                "'2026-11-05', 'expense', 'B2', '2026-11-01', '2026-11-02 02:00:00', 4, 'N')");
    }

    private String values(String metric) {
        return store.values(metric, FROM, TO).values().entrySet().stream()
                .map(each -> each.getKey().code() + " " + plain(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** B1: 90 of W1 until the 9th, −10 of W3. B2: 50 of W1 from the 10th, 60 of W2. */
    @Test
    void net_amount() {
        assertThat(values("net-amount")).isEqualTo("COMPANY 190, B1 80, B2 110, W1 140, W2 60, W3 -10, D1 60, P1 40");
    }

    @Test
    void net_quantity() {
        assertThat(values("net-quantity")).isEqualTo("COMPANY 16, B1 8, B2 8, W1 14, W2 3, W3 -1, D1 3, P1 4");
    }

    /** 90 − 9 × 4 = 54 until the 9th; 50 − 5 × 6 = 20 at the later cost; a gift without cost has no margin. */
    @Test
    void gross_margin() {
        assertThat(values("gross-margin")).isEqualTo("COMPANY 74, B1 54, B2 20, W1 74");
    }

    /** The bank: 75 as corrected and 500; not the dollars. D1: 75 himself, 100 − 10 to the carrier. */
    @Test
    void collection() {
        assertThat(values("collection")).isEqualTo("COMPANY 575, B2 165, D1 165");
    }

    /** 90 of the 180 that fell due; 30 were tolerated. */
    @Test
    void collection_rate() {
        assertThat(values("collection-rate")).isEqualTo("COMPANY 0.5, B2 0.5, D1 0.5");
    }

    /** W1 counts for both branches it sold in; W3 took back more than it sold. */
    @Test
    void active_outlets_and_dealers_and_new_outlets() {
        assertThat(values("active-outlets")).isEqualTo("COMPANY 2, B1 1, B2 2, D1 1");
        assertThat(values("active-dealers")).isEqualTo("COMPANY 1, B2 1");
        assertThat(values("new-outlets")).isEqualTo("COMPANY 1, B1 1");
    }

    @Test
    void expense_and_its_part_of_the_budget() {
        assertThat(values("expense")).isEqualTo("COMPANY 360, B1 300, B2 60");
        assertThat(values("expense-ratio")).isEqualTo("COMPANY 0.5, B1 0.75");
    }

    /** 190 ÷ 10, 80 ÷ 4, 110 ÷ 6, 60 ÷ 6, 40 ÷ 4: holds are no commission of their own. */
    @Test
    void commission_efficiency() {
        assertThat(values("commission-efficiency")).isEqualTo("COMPANY 19, B1 20, B2 18.3333, D1 10, P1 10");
    }

    @Test
    void returned_vouchers() {
        assertThat(values("returned-vouchers")).isEqualTo("COMPANY 3, B1 2");
    }

    /** Four days closed; on one of their nights B2 owed two reports. */
    @Test
    void reports_on_time() {
        assertThat(values("reports-on-time")).isEqualTo("COMPANY 0.75, B1 1, B2 0.75");
    }

    @Test
    void a_score_is_a_metric_of_its_own_by_month() {
        assertThat(values("satisfaction")).isEqualTo("B1 85.5");
        assertThat(store.values("satisfaction", FROM, TO).of(Scope.of("BRANCH", "B2")))
                .isEmpty();
        assertThat(store.values("satisfaction", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))
                        .of(Scope.of("BRANCH", "B1")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("70"));
    }

    @Test
    void of_what_is_counted_nobody_without_a_row_brought_anything() {
        assertThat(store.values("net-amount", FROM, TO).of(Scope.of("PERSON", "P2")))
                .contains(BigDecimal.ZERO);
        assertThat(store.values("expense-ratio", FROM, TO).of(Scope.of("BRANCH", "B2")))
                .isEmpty();
    }

    @Test
    void rows_that_name_nobody_or_somebody_twice_are_refused() {
        assertThatThrownBy(() -> store.values("everybody-twice", FROM, TO))
                .hasMessage(
                        "sql/metric/everybody-twice.sql: BRANCH B1 has more than one row; group by scope_kind and scope_code [DC-812]");
        assertThatThrownBy(() -> store.values("of-nobody", FROM, TO))
                .hasMessage(
                        "sql/metric/of-nobody.sql: a row has scope_kind \"SHOP\"; write one of COMPANY, BRANCH, OUTLET, DEALER, PERSON [DC-811]");
    }
}
