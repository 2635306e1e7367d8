package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.app.Engine;
import io.dayclose.database.NamedLock;
import io.dayclose.run.RunRequest;
import io.dayclose.testing.Books;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.testing.Workbooks;
import io.dayclose.text.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.test.util.AopTestUtils;

/** A night again: what changes, what does not, and what may not start. */
class SecondRunTest {
    @TempDir
    private Path folder;

    private TestHome home;
    private TestDatabase database;
    private Engine engine;
    private Nights nights;

    @BeforeEach
    void start() {
        home = new TestHome(folder).smallCompany().reports();
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,",
                "S2,1,SALE,2026-11-22,W003,P005,G001,1,10.00,,10.00,,,,",
                "S3,1,SALE,2026-11-22,W001,P005,G001,5,10.00,,50.00,,,,");
        database = TestDatabase.fresh();
        engine = home.engine(database);
        nights = new Nights(engine);
        nights.run("2026-11-22");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private String facts() {
        return String.join("\n", nights.rows("SELECT * FROM sale ORDER BY doc_no, version"))
                + nights.rows("SELECT outbox_id, revision, digest FROM outbox ORDER BY 1")
                + nights.rows("SELECT mail_id, state, attempts FROM outbox_mail ORDER BY 1");
    }

    @Test
    void a_second_run_changes_nothing_and_mails_nothing() {
        var before = facts();
        assertThat(nights.again("2026-11-22", "to be sure").exitCode()).isZero();
        assertThat(facts()).isEqualTo(before);
        assertThat(nights.rows("SELECT run_number, state, reason FROM job_run ORDER BY 1"))
                .containsExactly("1 COMPLETED null", "2 COMPLETED to be sure");
    }

    @Test
    void a_finished_night_runs_again_only_with_a_reason() {
        assertThatThrownBy(() -> nights.run("2026-11-22")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(2);
            assertThat(refusal)
                    .hasMessage(
                            "run: nightly for 2026-11-22 is already finished; to run it again give --reason \"why\" [DC-303]");
        });
    }

    @Test
    void a_day_starts_only_after_the_day_before() {
        assertThatThrownBy(() -> nights.run("2026-11-24")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(3);
            assertThat(refusal)
                    .hasMessage(
                            "run: nightly for 2026-11-24 cannot start: 2026-11-23 is not finished; run that day first [DC-302]");
        });
    }

    @Test
    void a_late_record_makes_a_revision_that_says_what_changed_and_why() {
        home.sales("sale-2.csv", "S9,1,SALE,2026-11-22,W001,P005,G001,1,7.00,,7.00,,,,");
        nights.run("2026-11-23");
        nights.again("2026-11-22", "late file");
        assertThat(
                        nights.rows(
                                "SELECT scope_code, revision FROM outbox WHERE report = 'daily-sales' AND business_date = '2026-11-22' ORDER BY 1, 2"))
                .containsExactly("B01 0", "B01 1", "B02 0", "COMPANY 0", "COMPANY 1");
        var book = Workbooks.below(folder.resolve("out/archive/2026-11-22")).stream()
                .filter(file -> file.getFileName().toString().equals("销售日报_B01_2026-11-22_更正1.xlsx"))
                .findFirst()
                .orElseThrow();
        var cover = Workbooks.read(book).get("概要").toString();
        assertThat(cover)
                .contains("更正 1：与上一版相比的变化")
                .contains("重跑原因：late file。该日迟到记录 1 条，更正记录 0 条。")
                .contains("净销售额, , , 70, , , 77");
        assertThat(nights.rows("SELECT subject FROM outbox WHERE scope_code = 'B01' AND revision = 1"))
                .containsExactly("【销售日报】华东 11-22 净销售额 ¥77.00 更正 1");
    }

    @Test
    void two_starts_at_once_have_one_winner() {
        try (var lock = NamedLock.acquire(engine.work().dataSource(), "nightly:2026-11-23")
                .orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();
            assertThatThrownBy(() -> nights.run("2026-11-23")).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.exitCode()).isEqualTo(3);
                assertThat(refusal.getMessage()).startsWith("run: nightly for 2026-11-23 is running on");
            });
        }
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
    }

    @Test
    void a_dry_run_builds_workbooks_and_keeps_nothing() {
        home.sales("sale-2.csv", "S9,1,SALE,2026-11-23,W001,P005,G001,1,7.00,,7.00,,,,");
        var before = Books.digest(engine.work().jdbc());
        var request = new RunRequest(
                "nightly",
                LocalDate.parse("2026-11-23"),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.empty(),
                Optional.empty());
        var books = new DryRun(engine.work(), engine.transactions(), nights).run(request);
        assertThat(books)
                .as("daily sales of two branches and the company, returned vouchers of one and the company")
                .hasSize(5)
                .allMatch(file -> file.startsWith(folder.resolve("out/dry-run")));
        assertThat(Workbooks.read(books.get(0)).get("概要").toString()).contains("¥7.00");
        assertThat(Books.digest(engine.work().jdbc())).isEqualTo(before);
        assertThat(folder.resolve("inbox/sale-2.csv")).exists();
    }

    @Test
    void a_run_may_begin_at_a_later_step_and_names_the_steps_when_it_cannot() {
        var request = new RunRequest(
                "nightly",
                LocalDate.parse("2026-11-22"),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.of("x"),
                Optional.of("reports"));
        assertThatThrownBy(() -> engine.runner().run(request, nights))
                .hasMessage(
                        "--from-step: job nightly has no step \"reports\"; write one of extract, reconcile, stock, target, commission, close-day, report, deliver [DC-308]");
        var right = new RunRequest(
                "nightly",
                LocalDate.parse("2026-11-22"),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.of("x"),
                Optional.of("deliver"));
        assertThat(engine.runner().run(right, nights).exitCode()).isZero();
    }

    @Test
    void no_branchs_workbook_holds_a_row_of_another() {
        home.sales(
                "sale-2.csv",
                "S8,1,SALE,2026-11-23,W001,P005,G001,1,7.00,,7.00,,,,",
                "S9,1,RETURN,2026-11-23,W001,,G001,1,7.00,,7.00,,,,");
        nights.run("2026-11-23");
        for (var file : Workbooks.below(folder.resolve("out/archive"))) {
            var all = Workbooks.read(file).toString();
            boolean sales = file.toString().contains("销售日报");
            if (file.toString().contains("华东")) {
                assertThat(all).contains(sales ? "上海一店" : "W003").doesNotContain("W002", "广州二店", "华南", "李强");
            } else if (file.toString().contains("华南")) {
                assertThat(all).contains("W002", "广州二店").doesNotContain("W001", "上海一店", "华东", "周军", "S1", "S8", "S9");
            } else if (sales) {
                assertThat(all).contains("W001", "W002");
            }
        }
        assertThat(
                        nights.rows(
                                "SELECT o.scope_code, m.recipient FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE report = 'daily-sales' AND business_date = '2026-11-23' ORDER BY 1"))
                .containsExactly("B01 east@example.com", "B02 south@example.com", "COMPANY gm@example.com");
    }

    @Test
    void job_state_lies_in_the_database() {
        var repository = engine.bean(JobRepository.class);
        assertThat((Object) AopTestUtils.getUltimateTargetObject(repository)).isInstanceOf(SimpleJobRepository.class);
        assertThat(nights.rows("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).containsExactly("1");
    }

    @Test
    void a_run_whose_steps_had_all_ended_when_it_died_is_finished_not_stuck() {
        engine.work().jdbc().update("UPDATE job_run SET state = 'RUNNING', ended_at = NULL");
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
        assertThat(nights.rows("SELECT run_number, state FROM job_run")).containsExactly("1 COMPLETED");
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("had done all its steps"));
    }

    @Test
    void no_step_of_an_unfinished_night_may_be_left_out() {
        var request = new RunRequest(
                "nightly",
                LocalDate.parse("2026-11-23"),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.empty(),
                Optional.of("report"));
        assertThatThrownBy(() -> engine.runner().run(request, nights))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(3))
                .hasMessageContaining("let it go on first", "only then can a part of it be made again");
    }

    @Test
    void while_one_night_takes_feeds_in_another_does_not_begin() {
        try (var lock = NamedLock.acquire(engine.work().dataSource(), "intake").orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();
            assertThatThrownBy(() -> nights.run("2026-11-23")).hasMessageContaining("another run is taking feeds in");
        }
    }

    @Test
    void a_file_that_could_not_be_read_comes_in_once_its_description_is_mended() {
        home.write(
                "inbox/sale-9.csv",
                "单据,line_no,kind,business_date,outlet_code,product_code,quantity,unit_price,amount\n"
                        + "S9,1,SALE,2026-11-22,W001,G001,1,7.00,7.00\n");
        nights.again("2026-11-22", "late file");
        assertThat(nights.rows("SELECT state FROM feed_source WHERE name = 'sale-9.csv'"))
                .containsExactly("UNREADABLE");
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\ncolumns: {doc_no: [单据]}\n");
        try (var mended = Engine.start(home.home(), database.settings())) {
            new Nights(mended).again("2026-11-22", "columns mended");
        }
        assertThat(nights.rows("SELECT doc_no FROM current_sale WHERE doc_no = 'S9'"))
                .containsExactly("S9");
    }
}
