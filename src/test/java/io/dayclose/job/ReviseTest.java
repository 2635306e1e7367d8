package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four days were reported; then something comes that makes some of them wrong. */
class ReviseTest extends CompanyNights {
    private static final String SENT =
            "SELECT o.business_date, o.scope_kind, o.scope_code, o.revision FROM outbox o WHERE o.revision > 0 AND o.report = 'daily-sales' ORDER BY 1, 2, 3, 4";

    private static final String PEOPLE = "person_code,name,branch_code,outlet_code,role,email,joined_on,left_on\n";
    private static final String ALL = "销售与退货更正 1 条，¥2.00；销售与退货迟到 1 条，¥700.00；销售与退货作废 1 条，-¥10.00";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports()
                .feeds("target")
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        LocalDate.parse("2026-11-20")
                .datesUntil(LocalDate.parse("2026-11-24"))
                .forEach(date -> company.sales(
                        "sale-" + date + ".csv", sale("S" + date.getDayOfMonth(), date.toString(), "10.00", "")));
        return company;
    }

    private static String sale(String document, String date, String amount, String cancelled) {
        return "%s,1,SALE,%s,W001,P005,G001,1,%s,,%s,,,,%s".formatted(document, date, amount, amount, cancelled);
    }

    private void four() {
        nights.backfill("2026-11-20", "2026-11-23");
        assertThat(stale()).isEmpty();
    }

    private List<String> stale() {
        return shell().run("revise", "--dry-run", "--format", "csv").lines().stream()
                .skip(1)
                .toList();
    }

    private String night(String date) {
        nights.notices().clear();
        assertThat(nights.run(date).exitCode()).isZero();
        return String.join("\n", nights.notices());
    }

    @Test
    void late_corrected_and_cancelled_sales_make_their_dates_and_all_later_ones_stale() {
        four();
        home.sales(
                "sale-late.csv",
                sale("L1", "2026-11-20", "700.00", ""),
                sale("S21", "2026-11-21", "12.00", ""),
                sale("S22", "2026-11-22", "10.00", "Y"),
                sale("S24", "2026-11-24", "10.00", ""));
        assertThat(night("2026-11-24"))
                .contains(
                        "2026-11-20, 2026-11-21, 2026-11-22, 2026-11-23: 1 corrected sale, ¥2.00; 1 late sale, ¥700.00; 1 cancelled sale, -¥10.00");
        assertThat(stale())
                .containsExactly(
                        "2026-11-20,nightly,,,,销售与退货迟到 1 条，¥700.00",
                        "2026-11-21,nightly,,,,销售与退货更正 1 条，¥2.00；销售与退货迟到 1 条，¥700.00",
                        "2026-11-22,nightly,,,," + ALL,
                        "2026-11-23,nightly,,,," + ALL);
    }

    @Test
    void revised_dates_are_sent_once_more_where_they_have_changed_and_then_nothing_is_stale() {
        four();
        home.sales("sale-late.csv", sale("L1", "2026-11-22", "700.00", ""), sale("S24", "2026-11-24", "10.00", ""));
        night("2026-11-24");
        assertThat(shell().run("show", "since", "--date", "2026-11-24", "--format", "csv")
                        .lines())
                .containsExactly(
                        "date,branch,what,payee,before,after,cause,source,who",
                        "2026-11-22,B01,net-sales,,10.00,710.00,LATE,sale-late.csv,",
                        "2026-11-24,,sellers,P005,4.00,74.00,LATE,round 5,");
        assertThat(rows(SENT)).isEmpty();
        var revised = shell().run("revise", "--stale", "--format", "csv");
        assertThat(revised.code()).as(revised.err()).isZero();
        assertThat(revised.lines()).hasSize(3);
        assertThat(rows(SENT))
                .containsExactly(
                        "2026-11-22 branch B01 1",
                        "2026-11-22 company COMPANY 1",
                        "2026-11-23 branch B01 1",
                        "2026-11-23 company COMPANY 1");
        var again = shell().run("revise", "--format", "csv");
        assertThat(again.code()).isZero();
        assertThat(again.lines()).hasSize(1);
        assertThat(nights.findings()).isEmpty();
    }

    @Test
    void
            a_leaving_date_that_comes_late_names_the_person_and_the_sales_it_touches_a_name_nothing_and_a_target_its_month() {
        four();
        home.write("inbox/person-2.csv", PEOPLE + "P005,周小军,B01,W001,SELLER,,2020-01-01,\n");
        assertThat(night("2026-11-24")).doesNotContain("DC-319");
        assertThat(stale()).isEmpty();
        home.write("inbox/person-3.csv", PEOPLE + "P005,周小军,B01,W001,SELLER,,2020-01-01,2026-11-21\n");
        assertThat(night("2026-11-25")).contains("2026-11-22, 2026-11-23, 2026-11-24: person P005 changed, ¥20.00");
        home.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,BRANCH,B01,1000\n");
        assertThat(night("2026-11-26")).contains("2026-11-20 … 2026-11-25 (6): target 2026-11 net-amount B01 changed.");
    }

    @Test
    void what_comes_for_the_very_date_that_is_run_again_makes_only_later_ones_stale() {
        four();
        home.sales("sale-late.csv", sale("L1", "2026-11-20", "700.00", ""));
        nights.notices().clear();
        nights.again("2026-11-20", "the till was found");
        assertThat(nights.notices())
                .anyMatch(
                        notice -> notice.startsWith("run: 2026-11-21, 2026-11-22, 2026-11-23: 1 late sale, ¥700.00."));
        assertThat(stale()).hasSize(3).noneMatch(row -> row.startsWith("2026-11-20"));
    }

    @Test
    void one_that_fails_leaves_its_date_stale_and_goes_on_where_it_was_without_taking_anything_in() {
        four();
        home.sales("sale-late.csv", sale("L1", "2026-11-22", "700.00", ""), sale("S24", "2026-11-24", "10.00", ""));
        night("2026-11-24");
        home.sales("sale-2026-11-25.csv", sale("S25", "2026-11-25", "10.00", ""));
        var jdbc = engine.work().jdbc();
        jdbc.execute("RENAME TABLE outbox_workbook TO outbox_workbook_away");
        try {
            assertThat(shell().run("revise", "--format", "csv").lines())
                    .element(1)
                    .asString()
                    .startsWith("2026-11-22,nightly,0,0,1,");
        } finally {
            jdbc.execute("RENAME TABLE outbox_workbook_away TO outbox_workbook");
        }
        assertThat(stale()).extracting(row -> row.substring(0, 10)).containsExactly("2026-11-22", "2026-11-23");
        var again = shell().run("revise", "--format", "csv");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(stale()).isEmpty();
        assertThat(rows("SELECT COUNT(*) FROM sale WHERE doc_no = 'S25'")).containsExactly("0");
        assertThat(
                        rows(
                                "SELECT run_number, state, attempts, from_step FROM job_run WHERE business_date = '2026-11-22'"))
                .containsExactly("1 COMPLETED 1 null", "2 COMPLETED 2 target");
    }

    @Test
    void many_that_change_at_once_are_one_change_and_of_a_closed_month_nothing_goes_stale() {
        var header = "product_code,name,category,serialised\n";
        home.write("inbox/product-2.csv", header + products("配件"));
        four();
        engine.work()
                .jdbc()
                .update(
                        "INSERT INTO reported_day (job, business_date, change_id) VALUES ('month-end', '2026-11-30', 0), ('gone', '2026-11-23', 0)");
        home.write("inbox/product-3.csv", header + "G001,数据线,线材,N\n" + products("线材"));
        assertThat(night("2026-11-24"))
                .contains("2026-11-20, 2026-11-21, 2026-11-22, 2026-11-23: 41 products changed, ¥40.00.");
        assertThat(stale()).hasSize(4).allMatch(row -> row.endsWith(",nightly,,,,41 条商品有变更，¥40.00"));
        var revised = shell().run("revise", "--format", "csv");
        assertThat(revised.code()).as(revised.err()).isZero();
        assertThat(stale()).isEmpty();
    }

    private static String products(String category) {
        return IntStream.range(0, 40)
                .mapToObj(n -> "X%03d,商品%d,%s,N\n".formatted(n, n, category))
                .collect(Collectors.joining());
    }

    @Test
    void a_sale_whose_date_is_corrected_leaves_one_day_and_comes_to_the_other() {
        four();
        home.sales("sale-late.csv", sale("S20", "2026-11-21", "10.00", ""));
        assertThat(night("2026-11-24")).contains("2026-11-20, 2026-11-21, 2026-11-22, 2026-11-23: 2 corrected sales.");
        assertThat(stale()).element(0).isEqualTo("2026-11-20,nightly,,,,销售与退货更正 1 条，-¥10.00");
        assertThat(shell().run("show", "since", "--date", "2026-11-24", "--format", "csv")
                        .lines())
                .contains(
                        "2026-11-20,B01,net-sales,,10.00,0.00,CORRECTED,sale-late.csv,",
                        "2026-11-21,B01,net-sales,,10.00,20.00,CORRECTED,sale-late.csv,");
    }

    @Test
    void a_name_that_is_new_from_a_day_on_makes_nothing_stale() {
        four();
        home.write(
                "inbox/person-2.csv",
                "person_code,valid_from,name,branch_code,outlet_code,role,email,joined_on,left_on\n"
                        + "P005,2026-11-21,周小军,B01,W001,SELLER,,2020-01-01,\n");
        assertThat(night("2026-11-24")).doesNotContain("DC-319");
        home.write(
                "inbox/person-3.csv",
                "person_code,valid_from,name,branch_code,outlet_code,role,email,joined_on,left_on\n"
                        + "P005,2026-11-22,周小军,B01,W003,SELLER,,2020-01-01,\n");
        assertThat(night("2026-11-25")).contains("2026-11-22, 2026-11-23, 2026-11-24: person P005 changed, ¥20.00");
    }

    @Test
    void a_night_that_fails_before_its_day_is_closed_is_not_taken_for_one_that_somebody_has_touched() {
        home.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,BRANCH,B01,1000\n");
        four();
        var jdbc = engine.work().jdbc();
        jdbc.execute(
                "CREATE TRIGGER stop BEFORE INSERT ON business_day FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the disk is full'");
        home.sales("sale-late.csv", sale("L1", "2026-11-22", "700.00", ""));
        var failed = nights.run("2026-11-24");
        jdbc.execute("DROP TRIGGER stop");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(nights.findings()).isEmpty();
    }
}
