package io.dayclose.intake.expected;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.run.RunListener;
import io.dayclose.schedule.Scheduler;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.MovableClock;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who has not delivered is told: the branch every night, the management once it is late, the operators at once. */
class OwedReportsTest extends CompanyNights {
    private static final String OWED =
            "SELECT night, feed, branch_code, due_on, days_late, escalated FROM owed_report ORDER BY 1, 2, 3, 4";

    @Override
    protected TestHome prepared(TestHome company) {
        return company.reports().write("jobs-config/feeds/expense.yml", """
                        feed: expense
                        source: {files: "expense-{branch}-{date}.csv"}
                        key: [entry_no]
                        expected: {weekly: "mon 10:00", from: branches}
                        """).write("jobs-config/feeds/sale.yml", """
                        feed: sale
                        source: {files: "sale-{date}.csv"}
                        key: [doc_no, line_no]
                        expected: {daily: "02:00"}
                        """);
    }

    private void expenses(String branch, String date) {
        home.write(
                "inbox/expense-" + branch + "-" + date + ".csv",
                "entry_no,entry_date,branch_code,category,amount\nE" + branch + date + "," + date + "," + branch
                        + ",rent,100\n");
    }

    @Test
    void every_branch_is_reminded_each_night_and_escalated_when_it_is_late() {
        nights.run("2026-11-22");
        expenses("B02", "2026-11-23");
        nights.backfill("2026-11-23", "2026-11-25");
        assertThat(rows(OWED.replace("FROM", "FROM (SELECT * FROM owed_report WHERE feed = 'expense') AS")))
                .containsExactly(
                        "2026-11-23 expense B01 2026-11-23 0 N",
                        "2026-11-24 expense B01 2026-11-23 1 N",
                        "2026-11-25 expense B01 2026-11-23 2 Y");
        assertThat(
                        rows(
                                "SELECT o.business_date, m.recipient FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE report = 'owed-reports' AND scope_code <> 'COMPANY' ORDER BY 1"))
                .containsExactly(
                        "2026-11-23 east@example.com", "2026-11-24 east@example.com", "2026-11-25 east@example.com");
        assertThat(
                        rows(
                                "SELECT business_date FROM outbox WHERE report = 'owed-reports' AND scope_code = 'COMPANY' AND figures LIKE '%\"owed\":\"3\"%'"))
                .as("expenses of one branch, and sales of the 22nd and 23rd, are two days late")
                .isNotEmpty();
    }

    @Test
    void what_comes_late_ends_the_reminding() {
        nights.backfill("2026-11-23", "2026-11-24");
        expenses("B01", "2026-11-25");
        expenses("B02", "2026-11-25");
        nights.run("2026-11-25");
        assertThat(rows("SELECT COUNT(*) FROM owed_report WHERE night = '2026-11-25' AND feed = 'expense'"))
                .containsExactly("0");
    }

    @Test
    void files_without_a_record_are_not_duplicates_of_each_other() {
        home.sales("sale-2026-11-22.csv");
        nights.run("2026-11-22");
        home.sales("sale-2026-11-23.csv");
        nights.run("2026-11-23");
        assertThat(rows("SELECT COUNT(*) FROM owed_report WHERE feed = 'sale'")).containsExactly("0");
    }

    @Test
    void a_branch_owes_only_what_fell_due_since_it_is_one() {
        nights.backfill("2026-11-22", "2026-11-24");
        home.write("inbox/branch-2.csv", "branch_code,valid_from,name\nB03,2026-11-25,华北\n");
        nights.run("2026-11-25");
        assertThat(rows("SELECT COUNT(*) FROM owed_report WHERE branch_code = 'B03'"))
                .containsExactly("0");
    }

    @Test
    void a_feed_is_owed_only_since_somebody_asked_for_it() {
        nights.backfill("2026-11-22", "2026-11-24");
        home.write("jobs-config/feeds/receipt.yml", """
                feed: receipt
                source: {files: "receipt-{date}.csv"}
                key: [receipt_no]
                expected: {daily: "02:00"}
                """);
        var later = home.home().feeds().stream()
                .filter(feed -> feed.name().equals("receipt"))
                .toList();
        assertThat(new OwedReports(engine.work().jdbc(), LocalDate.parse("2026-11-25")).of(later))
                .isEmpty();
    }

    @Test
    void a_branch_that_is_none_is_named() {
        expenses("B7", "2026-11-22");
        nights.run("2026-11-22");
        assertThat(nights.notices().toString()).contains("expense-B7-2026-11-22.csv", "[DC-420]");
    }

    @Test
    void a_day_without_a_feed_it_cannot_close_without_stops_and_goes_on_when_it_has_come() {
        home.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-{date}.csv"}
                key: [doc_no, line_no]
                expected: {daily: "02:00", required: true}
                """);
        restart();
        var result = nights.run("2026-11-22");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(rows("SELECT message FROM job_run").toString()).contains("sale (02:00)", "[DC-419]");
        assertThat(rows("SELECT COUNT(*) FROM outbox")).containsExactly("0");
        home.sales("sale-2026-11-22.csv");
        assertThat(nights.run("2026-11-22").problems()).isEmpty();
    }

    @Test
    void the_operators_get_one_mail_when_a_file_is_late_and_none_when_it_lies_there() {
        home.write(
                "jobs-config/jobs/nightly.yml",
                "job: nightly\nsteps: [extract, commission, close-day, report, deliver]\n");
        home.write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                locale: en
                mail: {from: dayclose@example.com, operators: [ops@example.com]}
                """);
        engine.close();
        var clock = new MovableClock("2026-11-22T17:00:00Z");
        engine = home.engine(TestDatabase.fresh(), clock);
        nights = new Nights(engine);
        home.sales("sale-2026-11-21.csv");
        nights.run("2026-11-21");
        var scheduler = new Scheduler(engine.work(), engine.runner(), new RunListener() {});
        scheduler.tellLate();
        scheduler.sendDue();
        assertThat(rows("SELECT COUNT(*) FROM outbox WHERE report = 'alert'")).containsExactly("0");
        clock.moveTo("2026-11-22T18:01:00Z");
        scheduler.tellLate();
        scheduler.sendDue();
        scheduler.tellLate();
        scheduler.sendDue();
        scheduler.tellLate();
        scheduler.sendDue();
        assertThat(
                        rows(
                                "SELECT o.business_date, o.subject, m.recipient, m.state FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE report = 'alert'"))
                .containsExactly("2026-11-22 【Alert】Test Company 11-22 to see to 1 ops@example.com SENT");
        assertThat(folder.resolve("out/mail"))
                .isDirectoryRecursivelyContaining(file -> content(file).contains("for 2026-11-22 has not come: sale"));
    }

    private static String content(java.nio.file.Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
