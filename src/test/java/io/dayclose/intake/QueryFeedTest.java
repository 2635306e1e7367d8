package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.testing.MovableClock;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sales read from somebody else's database, night after night: every changed row comes at least once. */
class QueryFeedTest {
    private static final String COMPANY = """
            name: {zh: 测试公司, en: Test Company}
            zone: Asia/Shanghai
            mail: {from: dayclose@example.com, domains: [example.com]}
            data-sources: {pos: {url: "${TEST_ERP_URL}", user: root}}
            """;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-11-22T17:30:00Z");
    private JdbcTemplate erp;
    private Engine engine;
    private Nights nights;

    @BeforeEach
    void start() {
        var source = TestDatabase.foreign();
        erp = new JdbcTemplate(source.dataSource());
        erp.execute(
                "CREATE TABLE pos (doc VARCHAR(32), day DATE, amount DECIMAL(18,2), updated_at DATETIME, PRIMARY KEY (doc))");
        System.setProperty("TEST_ERP_URL", source.url());
        var home = new TestHome(folder).smallCompany().reports();
        home.write("jobs-config/company.yml", COMPANY);
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {jdbc: pos, sql: extract/pos.sql}\nkey: [doc_no, line_no]\n");
        home.write(
                "sql/extract/pos.sql",
                "SELECT doc AS doc_no, 1 AS line_no, 'SALE' AS kind, day AS business_date, 'W001' AS outlet_code, 'P005' AS seller_code, 'G001' AS product_code, 1 AS quantity, amount AS unit_price, amount FROM pos WHERE updated_at >= :since");
        engine = home.engine(TestDatabase.fresh(), clock);
        nights = new Nights(engine);
    }

    @AfterEach
    void stop() {
        engine.close();
        System.clearProperty("TEST_ERP_URL");
    }

    private void sold(String doc, String day, String updated) {
        erp.update("INSERT INTO pos VALUES (?, ?, 10, ?)", doc, day, updated);
    }

    @Test
    void what_is_sold_between_midnight_and_the_extract_comes_on_its_own_night() {
        sold("A", "2026-11-22", "2026-11-22 18:00:00");
        sold("B", "2026-11-23", "2026-11-23 00:40:00");
        nights.run("2026-11-22");
        assertThat(nights.rows("SELECT doc_no FROM current_sale")).containsExactly("A");
        clock.moveTo("2026-11-23T17:30:00Z");
        nights.run("2026-11-23");
        assertThat(nights.rows("SELECT doc_no, night FROM current_sale ORDER BY 1"))
                .containsExactly("A 2026-11-22", "B 2026-11-23");
    }

    @Test
    void what_the_source_wrote_while_the_last_extract_ran_is_fetched_again_and_counted_once() {
        nights.run("2026-11-22");
        sold("C", "2026-11-22", "2026-11-23 01:29:58");
        clock.moveTo("2026-11-23T17:30:00Z");
        nights.run("2026-11-23");
        clock.moveTo("2026-11-23T18:30:00Z");
        nights.again("2026-11-23", "to be sure");
        assertThat(nights.rows("SELECT doc_no, version FROM sale")).containsExactly("C 1");
    }

    @Test
    void a_rerun_that_finds_nothing_new_mails_nothing() {
        sold("A", "2026-11-22", "2026-11-22 18:00:00");
        nights.run("2026-11-22");
        nights.again("2026-11-22", "to be sure");
        assertThat(nights.rows("SELECT DISTINCT revision FROM outbox")).containsExactly("0");
    }

    @Test
    void a_source_that_is_down_costs_its_own_feeds_only_and_the_next_night_makes_up_for_it() {
        sold("A", "2026-11-22", "2026-11-22 18:00:00");
        erp.execute("RENAME TABLE pos TO away");
        var result = nights.run("2026-11-22");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.problems().get(0).text(Language.EN)).contains("sale extract/pos.sql", "[DC-414]");
        assertThat(nights.notices().toString()).contains("[DC-413]").doesNotContain("Exception");
        assertThat(nights.rows("SELECT state FROM feed_source WHERE kind = 'QUERY'"))
                .containsExactly("SKIPPED");
        assertThat(nights.rows("SELECT COUNT(*) FROM outlet")).containsExactly("3");
        erp.execute("RENAME TABLE away TO pos");
        clock.moveTo("2026-11-23T17:30:00Z");
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(nights.rows("SELECT doc_no, business_date, night FROM current_sale"))
                .containsExactly("A 2026-11-22 2026-11-23");
    }

    @Test
    void once_the_source_answers_a_rerun_nothing_is_skipped_any_more() {
        sold("A", "2026-11-22", "2026-11-22 18:00:00");
        erp.execute("RENAME TABLE pos TO away");
        nights.run("2026-11-22");
        erp.execute("RENAME TABLE away TO pos");
        assertThat(nights.again("2026-11-22", "source is back").exitCode()).isZero();
        assertThat(nights.rows("SELECT doc_no FROM current_sale")).containsExactly("A");
    }

    @Test
    void a_job_that_cannot_do_without_the_source_stops_in_words_and_the_next_try_goes_on() {
        engine.close();
        var strict = new TestHome(folder)
                .write(
                        "jobs-config/jobs/nightly.yml",
                        "job: nightly\nsteps: [extract, commission, close-day, report, deliver]\nsource-down: fail\n");
        strict.write("jobs-config/company.yml", COMPANY);
        engine = strict.engine(TestDatabase.fresh(), clock);
        nights = new Nights(engine);
        sold("A", "2026-11-22", "2026-11-22 18:00:00");
        erp.execute("RENAME TABLE pos TO away");
        var result = nights.run("2026-11-22");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.problems().toString()).contains("[DC-402]").doesNotContain("Exception");
        erp.execute("RENAME TABLE away TO pos");
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
        assertThat(nights.rows("SELECT doc_no FROM current_sale")).containsExactly("A");
    }
}
