package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeErrorsTest {
    @TempDir
    private Path folder;

    @Test
    void ten_planted_errors_are_all_named_with_file_and_line() {
        var home = tenErrors(new TestHome(folder));
        assertThat(home.load().problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/company.yml:3: \"Asia/Shangai\" is not possible here; write a time zone such as Asia/Shanghai [DC-105]",
                        "jobs-config/company.yml:4: \"12.5\" is not possible here; write a whole number from 0 to 1000000 [DC-105]",
                        "jobs-config/company.yml:6: a password stands in the file; write ${NAME} and set the environment variable NAME [DC-116]",
                        "jobs-config/feeds/outlet.yml:2: key \"source\" is missing; add \"source: \" with {files: …} or {jdbc: …, sql: …} or {sftp: …} or {mailbox: …} [DC-104]",
                        "jobs-config/feeds/product.yml:1: unknown feed \"produkt\"; write one of branch, dealer, outlet, person, product, sale, shipment, remittance_statement, remittance_line, consignment_settlement, receipt, stock_movement, stock_count, stock_declared, warranty_card, deposit_movement, target, score, expense [DC-108]",
                        "jobs-config/feeds/sale.yml:4: \"ammount\" is not a column of feed sale; write \"amount\" [DC-109]",
                        "jobs-config/feeds/sale.yml:5: key \"key\" stands twice; keep one [DC-102]",
                        "jobs-config/jobs/nightly.yml:2: \"0 30 1 * *\" is not a cron expression; write six fields, such as \"0 30 1 * * *\" for 01:30 every day [DC-113]",
                        "jobs-config/jobs/nightly.yml:3: unknown step \"exctract\"; this version knows extract, reconcile, stock, target, commission, close-day, bonus-draft, settle, close-month, close-cycle, report, deliver [DC-114]",
                        "jobs-config/recipients.yml:1: unknown key \"group\"; write \"groups\" or remove it [DC-103]");
    }

    @Test
    void a_file_made_to_fill_the_memory_is_refused_at_once() {
        var home = new TestHome(folder)
                .feeds("sale")
                .write("jobs-config/feeds/outlet.yml", "feed: outlet\nkey: \"" + "x".repeat(20 << 20) + "\"\n");
        long began = System.nanoTime();
        assertThat(home.load().problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/feeds/outlet.yml:1: the file is larger than 1 MB, as no settings are; it is not read, put the one that was meant in its place [DC-128]");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void slips_in_what_a_feed_expects_and_compares_are_named() {
        var home = new TestHome(folder).write("jobs-config/feeds/expense.yml", """
                feed: expense
                source: {files: "expense-*.csv"}
                key: [entry_no]
                words: {category: {房租: RENT}}
                expected: {weekly: "mon 25:00", from: branches}
                controls: {count: rows, sum: category}
                """);
        home.write("jobs-config/feeds/receipt.yml", """
                feed: receipt
                source: {files: "receipt-*.csv"}
                key: [receipt_no]
                words: {payer_kind: {银行: BANK}}
                expected: {required: true}
                """);
        assertThat(home.load().problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/feeds/expense.yml:4: column \"category\" of feed expense takes any value, not one of a list of words; remove it here [DC-127]",
                        "jobs-config/feeds/expense.yml:5: \"mon 25:00\" is not possible here; write weekday and time, such as mon 10:00 [DC-105]",
                        "jobs-config/feeds/expense.yml:6: \"category\" is not a column of feed expense; write \"amount\" [DC-109]",
                        "jobs-config/feeds/receipt.yml:4: \"BANK\" is not possible here; write CARRIER, DEALER [DC-105]",
                        "jobs-config/feeds/receipt.yml:5: key \"daily\" is missing; add \"daily: \" with 02:00 [DC-104]");
    }

    @Test
    void a_sheet_that_decides_and_a_part_of_a_query_that_are_not_there_are_named() {
        var home = new TestHome(folder)
                .write("jobs-config/reports/daily-sales.yml", """
                report: daily-sales
                title: Daily sales
                when: [nightly]
                scopes: [company]
                send: {when-rows: Outlet}
                sheets:
                  - name: Outlets
                    sql: report/daily-sales-outlets.sql
                    columns: [{field: outlet_code}]
                """)
                .write(
                        "sql/report/daily-sales-outlets.sql",
                        "SELECT outlet_code FROM (\n-- include: report/part/outlets.sql\n) o\n");
        assertThat(home.load().problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/reports/daily-sales.yml:5: there is no \"Outlet\"; write \"Outlets\" or declare it [DC-118]",
                        "jobs-config/reports/daily-sales.yml:8: there is no sql/report/part/outlets.sql here; create it or correct the name [DC-107]");
    }

    /** One slip of each kind people make. */
    public static TestHome tenErrors(TestHome home) {
        home.write("jobs-config/company.yml", """
                name: {zh: 公司, en: Company}
                locale: zh-CN
                zone: Asia/Shangai
                limits: {breaks: 12.5}
                data-sources:
                  erp: {url: "jdbc:mysql://erp/", user: reader, password: secret}
                """);
        home.write("jobs-config/feeds/outlet.yml", "# outlets\nfeed: outlet\nkey: [outlet_code]\n");
        home.write(
                "jobs-config/feeds/product.yml", "feed: produkt\nsource: {files: \"p-*.csv\"}\nkey: [product_code]\n");
        home.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-*.csv"}
                key: [doc_no, line_no]
                columns: {ammount: [金额]}
                key: [doc_no]
                """);
        home.write(
                "jobs-config/jobs/nightly.yml",
                "job: nightly\nschedule: {cron: \"0 30 1 * *\"}\nsteps: [exctract, report]\n");
        home.write("jobs-config/recipients.yml", "group: {finance: [fin@example.com]}\n");
        return home;
    }

    @Test
    void the_home_delivered_with_the_program_has_no_error_but_the_variables_to_set() {
        var loaded = HomeReader.read(new HomeFiles(Path.of(".")), name -> java.util.Optional.of("x"));
        assertThat(loaded.problems().sorted()).isEmpty();
    }

    @Test
    void a_home_without_company_file_says_so_in_one_line() {
        var loaded = HomeReader.read(new HomeFiles(folder), name -> java.util.Optional.empty());
        assertThat(loaded.problems().sorted())
                .extracting(problem -> problem.place())
                .containsExactly("jobs-config/company.yml");
    }

    /** What is misspelt is named with its line, and one file that cannot be read hides no other. */
    @Test
    void slips_of_the_pen_are_told_wherever_they_stand() {
        var home = new TestHome(folder)
                .write("jobs-config/compnay.yml", "x: 1\n")
                .write("jobs-config/plan/a.yml", "x: 1\n")
                .write("jobs-config/plans/broken.yml", "a: [\n")
                .write("jobs-config/plans/p.yml", """
                        plan: p
                        title: P
                        kind: commission
                        versions:
                          - {from: 2026-01-01, payee: seller, applies-to: {channel: OWNN}, measure: net-amount, rate: {percent: 1}}
                        """)
                .write("jobs-config/recipients.yml", "scopes: {brnch: {B01: [east@example.com]}}\n")
                .write("jobs-config/users.yml", """
                        - {user: wang, name: W, roles: [finnance]}
                        - {user: Ｗang, name: L, roles: [general-manager], limits: {adjus: 5}}
                        """);
        assertThat(home.load().problems().sorted().stream().map(problem -> problem.text(Language.EN)))
                .containsExactly(
                        "jobs-config/compnay.yml: nothing reads compnay.yml; rename it, the nearest name is company.yml, or move it out of jobs-config [DC-140]",
                        "jobs-config/plan: nothing reads plan; rename it, the nearest name is plans, or move it out of jobs-config [DC-140]",
                        "jobs-config/plans/broken.yml:1: this is not YAML: while parsing a flow node; check indentation, colons and quotes here [DC-101]",
                        "jobs-config/plans/p.yml:5: \"OWNN\" is not possible here; write OWN | DEALER | CAMPUS | ECHANNEL [DC-105]",
                        "jobs-config/recipients.yml:1: \"brnch\" is not possible here; write branch | company | outlet | dealer | person | manager | owner | manufacturer [DC-105]",
                        "jobs-config/users.yml:1: there is no \"finnance\"; write \"finance\" or declare it [DC-118]",
                        "jobs-config/users.yml:2: unknown key \"adjus\"; write \"adjust\" or remove it [DC-103]",
                        "jobs-config/users.yml:2: Ｗang and wang are one name in two spellings; name each user once [DC-139]");
    }
}
