package io.dayclose.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.app.Engine;
import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions;
import io.dayclose.proof.Finding;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One row of each table is changed by hand, found with both figures, and put back. */
class ProofsTest {
    /** The change and its reverse, table by table. */
    private static final List<List<String>> TOUCHED = List.of(
            touch("branch", "name = CONCAT(name, 'x')", "name = '华东'", "branch_code = 'B01'"),
            touch("dealer", "credit_limit = 9", "credit_limit = NULL", "dealer_code = 'D01'"),
            touch("outlet", "channel = 'DEALER'", "channel = 'OWN'", "outlet_code = 'W001'"),
            touch("person", "role = 'TECHNICIAN'", "role = 'SELLER'", "person_code = 'P005'"),
            touch("product", "category = 'x'", "category = '配件'", "product_code = 'G001'"),
            touch("sale", "unit_price = unit_price + 1", "unit_price = unit_price - 1", "doc_no = 'S1'"),
            touch("sale", "amount = amount + 1", "amount = amount - 1", "doc_no = 'S2'"),
            touch("stock_movement", "quantity = quantity + 1", "quantity = quantity - 1", "movement_no = 'M1'"),
            touch("stock_count", "quantity = quantity + 1", "quantity = quantity - 1", "count_no = 'C1'"),
            touch("expense", "amount = amount + 1", "amount = amount - 1", "entry_no = 'E1'"),
            touch("target", "value = value + 1", "value = value - 1", "scope_code = 'B01'"),
            touch("outlet_day", "documents = documents + 1", "documents = documents - 1", "outlet_code = 'W001'"),
            touch("seller_day", "gross_amount = gross_amount + 1", "gross_amount = gross_amount - 1", "TRUE"),
            touch(
                    "product_day",
                    "sold_quantity = sold_quantity + 1",
                    "sold_quantity = sold_quantity - 1",
                    "outlet_code = 'W001'"),
            touch("measure", "net_amount = net_amount + 1", "net_amount = net_amount - 1", "payee_code = 'P005'"),
            touch("measure_total", "net_amount = net_amount + 1", "net_amount = net_amount - 1", "payee_code = 'P005'"),
            touch("account_month", "earned = earned + 1", "earned = earned - 1", "payee_code = 'P005'"),
            touch("account_month", "net_amount = net_amount + 1", "net_amount = net_amount - 1", "payee_code = 'P005'"),
            touch("ledger", "amount = amount + 1", "amount = amount - 1", "type = 'EARN'"),
            touch("ledger", "payee_code = 'P999'", "payee_code = 'P005'", "type = 'EARN' AND payee_kind = 'PERSON'"),
            touch("decision", "amount = amount + 1", "amount = amount - 1", "decision_id = 1"),
            touch("decision", "state = 'APPROVED'", "state = 'PENDING'", "decision_id = 2"),
            touch(
                    "stock_day",
                    "closing = closing + 1",
                    "closing = closing - 1",
                    "business_date = '2026-10-31' AND outlet_code = 'W001'"),
            touch("stock_cell", "owned = owned + 1", "owned = owned - 1", "outlet_code = 'W001'"),
            touch("stock_variance", "counted = counted + 1", "counted = counted - 1", "TRUE"),
            touch("stock_variance", "calculated = calculated + 1", "calculated = calculated - 1", "TRUE"),
            touch("consigned_sale", "quantity = quantity + 1", "quantity = quantity - 1", "TRUE"),
            touch("discount_share", "amount = amount - 1", "amount = amount + 1", "line_no = 2"),
            touch("counted_card", "returned_on = '2026-10-29'", "returned_on = '2026-10-30'", "serial_no = 'N1'"),
            touch("metric_day", "value = value + 1", "value = value - 1", "business_date = '2026-10-30'"),
            touch(
                    "target_day",
                    "mtd_target = mtd_target + 1",
                    "mtd_target = mtd_target - 1",
                    "business_date = '2026-10-31'"),
            touch("business_day", "digest = CONCAT(digest, 'x')", "digest = LEFT(digest, 16)", "TRUE"),
            touch("closed_month", "closed_by = 'me'", "closed_by = 'test'", "TRUE"),
            touch("closed_account", "earned = earned + 1", "earned = earned - 1", "payee_code = 'P005'"),
            touch("settlement", "net = net + 1", "net = net - 1", "payee_code = 'P005'"),
            touch("settlement_part", "posted = posted + 1", "posted = posted - 1", "payee_code = 'P005'"),
            touch("closed_plan", "terms = CONCAT(terms, ' ')", "terms = LEFT(terms, CHAR_LENGTH(terms) - 1)", "TRUE"));

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Engine engine;
    private Nights nights;

    private static List<String> touch(String table, String change, String reverse, String where) {
        return List.of(
                table,
                "UPDATE " + table + " SET " + change + " WHERE " + where,
                "UPDATE " + table + " SET " + reverse + " WHERE " + where.replace("'P005' AND", "'P999' AND"));
    }

    @BeforeEach
    void company() {
        var home = new TestHome(folder)
                .smallCompany()
                .feeds("stock_movement", "stock_count", "expense", "target", "warranty_card")
                .plan("staff", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 2}");
        home.write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership
                M1,1,2026-10-30,W001,G001,RECEIVE,40,OWNED
                M2,1,2026-10-30,W002,G001,RECEIVE,10,CONSIGNED
                """);
        home.write(
                "inbox/stock_count-1.csv",
                "count_no,line_no,counted_at,outlet_code,product_code,quantity\nC1,1,2026-10-31 20:00:00,W001,G001,37\n");
        home.write(
                "inbox/expense-1.csv",
                "entry_no,entry_date,branch_code,category,amount\nE1,2026-10-30,B01,rent,100.00\n");
        home.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-10,net-amount,BRANCH,B01,1000\n");
        home.write("inbox/warranty_card-1.csv", "serial_no,returned_on,dealer_code\nN1,2026-10-30,\n");
        home.sales(
                "sale-1.csv",
                "S0,1,SALE,2026-10-30,W002,,G001,3,10.00,,30.00,,,,",
                "S1,1,SALE,2026-10-30,W001,P005,G001,1,1000.00,,1000.00,,,,",
                "S2,1,SALE,2026-10-31,W001,P005,G001,2,100.00,,200.00,,,,",
                "S2,2,DISCOUNT,2026-10-31,W001,P005,,,,,-1.00,,,,");
        database = TestDatabase.fresh();
        engine = home.engine(database);
        nights = new Nights(engine);
        nights.run("2026-10-30");
        assertThat(nights.run("2026-10-31").exitCode()).isIn(0, 4);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private BookOperations books() {
        return new BookOperations(engine.work(), engine.transactions());
    }

    private long decided(String amount) {
        var proposal = new Decisions.Proposal(
                Decisions.Kind.ADJUST, "", "PERSON", "P005", "", "2026-10", new BigDecimal(amount), "", "");
        return books().propose(
                        proposal, new Decisions.Voice("wang", engine.work().now(), "till"));
    }

    private void close() {
        books().closeMonth(new MonthClose.Request(YearMonth.parse("2026-10"), false, Optional.empty(), "test", 0));
    }

    private List<Finding> findings() {
        return new Proofs(engine.work()).all(engine.transactions());
    }

    @Test
    void a_row_of_each_table_that_was_changed_by_hand_is_named_with_both_figures() {
        books().answer(
                        decided("-2.50"),
                        Answer.APPROVE,
                        new Decisions.Voice("li", engine.work().now(), "seen"));
        decided("7.00");
        close();
        assertThat(findings()).isEmpty();
        for (var touched : TOUCHED) {
            assertThat(engine.work().jdbc().update(touched.get(1)))
                    .as(touched.get(1))
                    .isPositive();
            assertThat(findings())
                    .as(touched.get(1))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.expected()).isNotEqualTo(each.found()))
                    .anySatisfy(each -> assertThat(each.table() + " " + each.what())
                            .contains(touched.get(0)
                                    .replaceFirst("account_month", "account_")
                                    .replaceFirst("measure$", "measure")));
            engine.work().jdbc().update(touched.get(2));
            assertThat(findings()).as("put back: " + touched.get(2)).isEmpty();
        }
    }

    @Test
    void a_ledger_that_was_touched_is_not_closed_and_not_paid() {
        engine.work().jdbc().update("UPDATE ledger SET amount = amount + 100 WHERE type = 'EARN' LIMIT 1");
        assertThatThrownBy(this::close).hasMessageContaining("DC-634").hasMessageContaining("month 2026-10");
        assertThat(nights.rows("SELECT COUNT(*) FROM closed_month")).containsExactly("0");
        engine.work().jdbc().update("UPDATE ledger SET amount = amount - 100 WHERE type = 'EARN' LIMIT 1");
        close();
        engine.work().jdbc().update("UPDATE ledger SET amount = amount + 100 WHERE type = 'PAYOUT' LIMIT 1");
        assertThatThrownBy(() -> new PayoutFile(engine.work()).write(YearMonth.parse("2026-10")))
                .hasMessageContaining("DC-634");
    }

    @Test
    void a_decision_that_was_changed_by_hand_is_not_acted_on() {
        long id = decided("7.00");
        engine.work()
                .jdbc()
                .update("UPDATE decision SET state = 'APPROVED', decided_by = 'li' WHERE decision_id = ?", id);
        assertThatThrownBy(() -> nights.run("2026-11-01")).hasMessageContaining("decision " + id);
        engine.work()
                .jdbc()
                .update("UPDATE decision SET state = 'PENDING', decided_by = NULL WHERE decision_id = ?", id);
        assertThat(nights.run("2026-11-01").exitCode()).isIn(0, 4);
    }

    @Test
    void a_line_of_a_day_gone_by_that_was_changed_is_found_when_the_day_is_touched_again() {
        engine.work().jdbc().update("UPDATE sale SET unit_price = 1 WHERE doc_no = 'S1'");
        new TestHome(folder).sales("sale-2.csv", "S3,1,SALE,2026-10-30,W001,P005,G001,1,10.00,,10.00,,,,");
        var result = nights.run("2026-11-01");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.problems().get(0).text(io.dayclose.text.Language.EN))
                .contains("sale 2026-10-30 2026-10-30", "DC-634");
    }

    @Test
    void columns_that_a_later_version_adds_break_no_seal_made_before_and_hide_nothing() {
        for (var table : List.of("sale", "expense", "ledger", "decision")) {
            engine.work().jdbc().execute("ALTER TABLE " + table + " ADD COLUMN later INT NOT NULL DEFAULT 7");
        }
        engine.close();
        engine = new TestHome(folder).engine(database);
        assertThat(findings()).isEmpty();
        engine.work().jdbc().update("UPDATE sale SET unit_price = unit_price + 1 WHERE doc_no = 'S1'");
        assertThat(findings()).extracting(Finding::table).contains("sale");
        for (var table : List.of("sale", "expense", "ledger", "decision")) { // others get the database after this test
            engine.work().jdbc().execute("ALTER TABLE " + table + " DROP COLUMN later");
        }
    }

    @Test
    void a_posting_that_is_gone_is_missed_when_its_month_is_closed() {
        assertThat(engine.work().jdbc().update("DELETE FROM ledger WHERE business_date = '2026-10-31'"))
                .isPositive();
        assertThat(new Proofs(engine.work()).of(YearMonth.parse("2026-10")))
                .filteredOn(each -> each.table().equals("ledger"))
                .singleElement()
                .satisfies(each -> assertThat(each.found()).isEqualTo("-"));
    }
}
