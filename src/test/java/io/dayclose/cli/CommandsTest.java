package io.dayclose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people and scripts use them: what they print, where, and the code they end with. */
class CommandsTest {
    @TempDir
    private Path folder;

    private TestHome home;
    private Shell shell;

    @BeforeEach
    void start() {
        home = new TestHome(folder).smallCompany().reports();
        home.write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                locale: en
                limits: {returned-vouchers: 1}
                mail: {from: dayclose@example.com, domains: [example.com]}
                """);
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,",
                "S2,1,SALE,2026-11-22,W999,P005,G001,1,10.00,,10.00,,,,");
        shell = new Shell(home, TestDatabase.fresh().settings());
    }

    private Shell.Ended run(String... arguments) {
        var ended = shell.run(arguments);
        assertThat(ended.err() + ended.out()).doesNotContain("\tat ", "Exception");
        return ended;
    }

    @Test
    void a_night_runs_shows_itself_and_runs_again_only_with_a_reason() {
        var first = run("run", "nightly", "--date", "2026-11-22");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).as("progress").contains("extract-sale").doesNotContain("net sales");
        assertThat(first.out()).as("the summary").contains("net sales ¥20.00", "out/archive/2026-11-22");
        assertThat(run("run", "nightly", "--date", "2026-11-22").err())
                .isEqualTo(
                        "run: nightly for 2026-11-22 is already finished; to run it again give --reason \"why\" [DC-303]\n");
        assertThat(run("run", "nightly", "--date", "2026-11-22", "--reason", "to be sure")
                        .code())
                .isZero();
        assertThat(run("run", "nightly", "--date", "2026-11-24").code())
                .as("the day before is open")
                .isEqualTo(3);
        assertThat(run("status", "--format", "csv").lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("business_date,job,run,state,attempts");
    }

    @Test
    void show_prints_the_columns_scripts_rely_on_as_csv_and_json() {
        run("run", "nightly", "--date", "2026-11-22");
        assertThat(run("show", "feeds", "--format", "csv").lines())
                .contains(
                        "feed,business_date,source,read,accepted,corrected,duplicate,waiting,returned,refused,amount_read,amount_accepted",
                        "sale,2026-11-22,sale-1.csv,2,1,0,0,0,1,0,30.00,20.00");
        assertThat(run("show", "vouchers", "--format", "csv").lines())
                .containsExactly(
                        "feed,source,line,key,decision,reason,column,value,first_seen,branch_code",
                        "sale,sale-1.csv,3,S2/1,RETURNED,UNKNOWN_OUTLET,outlet_code,W999,2026-11-22,B01");
        assertThat(run("show", "mail", "--format", "csv", "--period", "2026-11").lines())
                .hasSize(6)
                .first()
                .isEqualTo(
                        "report,scope,business_date,revision,recipient,state,tries,copies,next_try,reply,sent_at,digest");
        assertThat(run("show", "vouchers", "--format", "json").out())
                .contains("\"key\":\"S2/1\"", "\"branch_code\":\"B01\"", "\"line\":3");
    }

    @Test
    void more_returned_vouchers_than_the_limit_end_with_code_4_and_a_backfill_goes_on() {
        home.sales("sale-2.csv", "S3,1,SALE,2026-11-22,W998,P005,G001,1,10.00,,10.00,,,,");
        var ended = run("backfill", "nightly", "--from", "2026-11-22", "--to", "2026-11-23");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err())
                .contains(
                        "2026-11-22 Sunday",
                        "2026-11-23 Monday",
                        "run: 2 returned vouchers, more than the limit of 1; see \"dayclose show vouchers\" [DC-407]",
                        "These dates need a person: 2026-11-22, 2026-11-23");
        assertThat(ended.out())
                .contains(
                        "business_date",
                        "2026-11-22       16        14         2  20.00",
                        "2026-11-23        0         0         0   0.00");
    }

    @Test
    void a_day_that_is_not_over_is_closed_by_force_only() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
        var refused = run("run", "nightly", "--date", tomorrow);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("run: " + tomorrow + " is not over before ")
                .contains("[DC-318]");
        assertThat(run("run", "nightly", "--date", tomorrow, "--force").err()).contains("say why");
        assertThat(run("run", "nightly", "--date", tomorrow, "--force", "--reason", "inventory")
                        .code())
                .isIn(0, 4);
    }

    @Test
    void show_prints_only_the_rows_that_are_asked_for() {
        home.sales("sale-2.csv", "S3,1,SALE,2026-11-22,W998,P005,G001,1,10.00,,10.00,,,,");
        run("run", "nightly", "--date", "2026-11-22");
        assertThat(run("show", "feeds", "--feed", "sale", "--format", "csv").lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("feed,") || line.startsWith("sale,"));
        assertThat(run("show", "vouchers", "--limit", "1", "--format", "csv").lines())
                .hasSize(2);
        assertThat(run("show", "vouchers", "--branch", "B01", "--format", "csv").lines())
                .hasSize(3);
        assertThat(run("show", "vouchers", "--branch", "B02", "--format", "csv").lines())
                .hasSize(1);
        assertThat(run("show", "mail", "--open", "--format", "csv").lines()).hasSize(1);
        assertThat(run("show", "mail", "--state", "sent", "--format", "csv").lines())
                .hasSizeGreaterThan(1);
        var none = run("show", "feeds", "--payee", "P005");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).isEqualTo("--payee: these rows have no payee; leave the option out [DC-218]\n");
    }

    @Test
    void a_dry_run_keeps_nothing() {
        var ended = run("run", "nightly", "--date", "2026-11-22", "--dry-run");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(folder.resolve("out/dry-run")).isNotEmptyDirectory();
        assertThat(folder.resolve("inbox/sale-1.csv")).exists();
        assertThat(run("status", "--format", "csv").lines()).hasSize(1);
    }

    @Test
    void options_stand_only_where_they_are_used_and_the_home_also_before_the_command() {
        assertThat(run("status", "--as", "wang").code()).isEqualTo(2);
        assertThat(run("run", "nightly", "--date", "2026-11-22", "--format", "csv")
                        .code())
                .isEqualTo(2);
        var before = shell.typed("--home", folder.toString(), "status", "--format", "csv");
        assertThat(before.code()).as(before.err()).isZero();
    }

    @Test
    void check_finds_what_only_the_database_can_tell() {
        assertThat(run("check").code()).isZero();
        home.write("jobs-config/reports/extra.yml", """
                report: extra
                title: {zh: 附加, en: Extra}
                when: [nightly]
                scopes: [company]
                sheets:
                  - {name: {zh: 甲, en: A}, sql: report/a.sql, columns: [{field: outlet}, {field: amount}]}
                  - {name: {zh: 乙, en: B}, sql: report/b.sql, columns: [{field: x}]}
                """);
        home.write("sql/report/a.sql", "SELECT outlet_code AS outlets, 1 AS amount FROM outlet_day");
        home.write("sql/report/b.sql", "SELECT x FROM nowhere");
        home.write("sql/metric/c.sql", "SELECT 'BRANCH' AS scope_kind, 'B01' AS code, 1 AS value");
        home.write("sql/metric/d.sql", "SELECT y FROM nowhere");
        var ended = run("check");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines())
                .hasSize(4)
                .anyMatch(line ->
                        line.startsWith("sql/metric/c.sql: query sql/metric/c.sql has no column \"scope_code\"; write"))
                .anyMatch(line -> line.startsWith("sql/metric/d.sql: the database refuses this query: "))
                .anyMatch(
                        line -> line.startsWith(
                                "jobs-config/reports/extra.yml: query sql/report/a.sql has no column \"outlet\"; write \"outlets\" or add it"))
                .anyMatch(line -> line.startsWith("sql/report/b.sql: the database refuses this query: ")
                        && line.contains("nowhere"));
    }

    @Test
    void what_is_typed_wrong_is_told_in_one_line() {
        assertThat(run("run", "nightly", "--date", "22.11.2026").err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("--date");
        assertThat(run("run", "yearly", "--date", "2026-11-22").err())
                .isEqualTo(
                        "run: there is no job \"yearly\"; write one of half-month, month-end, nightly, weekly [DC-204]\n");
        assertThat(run("shwo", "feeds").code()).isEqualTo(2);
        assertThat(run("show", "fedes").code()).isEqualTo(2);
        assertThat(run("backfill", "nightly", "--from", "2026-11-22", "--to", "2026-11-21")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void without_a_database_or_with_a_dead_one_the_message_says_what_to_do() {
        assertThat(new Shell(home, Map.of()).run("status").err())
                .startsWith("database: no database is configured; set");
        var dead = new Shell(
                        home,
                        Map.of(
                                "spring.datasource.url",
                                "jdbc:mysql://127.0.0.1:1/x",
                                "spring.datasource.hikari.connection-timeout",
                                "1000"))
                .run("status");
        assertThat(dead.code()).isEqualTo(1);
        assertThat(dead.err())
                .contains("database: the database does not answer: ", "[DC-203]")
                .doesNotContain("\tat ");
    }
}
