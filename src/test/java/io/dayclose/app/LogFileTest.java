package io.dayclose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Nights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Failures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class LogFileTest {
    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    private String logged() throws IOException {
        try (var files = Files.list(folder.resolve("out/log"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    @Test
    void a_step_that_failed_leaves_its_stack_trace_in_the_log_and_one_line_on_the_screen() throws IOException {
        var home = new TestHome(folder)
                .smallCompany()
                .sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        try (var engine = home.engine(database)) {
            engine.work().jdbc().execute("RENAME TABLE noted_sale TO gone");
            try {
                var result = new Nights(engine).run("2026-11-22");
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.problems()
                                .get(0)
                                .text(io.dayclose.text.Language.EN)
                                .lines())
                        .hasSize(1);
            } finally {
                engine.work().jdbc().execute("RENAME TABLE gone TO noted_sale");
            }
        }
        assertThat(logged())
                .contains("nightly for 2026-11-22 failed in step sum-days", "noted_sale", "\tat io.dayclose.sums.");
    }

    @Test
    void a_log_that_cannot_be_written_costs_one_line_and_no_stack_trace() {
        var home = new TestHome(folder).smallCompany().write("out/log", "a file where the folder should be");
        var screen = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(screen, true, StandardCharsets.UTF_8));
        try (var engine = home.engine(database)) {
            Failures.keep("something", new IllegalStateException("failed"));
            Failures.keep("something", new IllegalStateException("failed"));
            assertThat(engine.work().now()).isNotNull();
        } finally {
            System.setErr(before);
        }
        assertThat(screen.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("out/log").contains("[DC-507]"));
    }

    @Test
    void a_night_without_trouble_leaves_no_log() {
        try (var engine = new TestHome(folder).smallCompany().engine(database)) {
            assertThat(new Nights(engine).run("2026-11-22").exitCode()).isZero();
        }
        assertThat(folder.resolve("out/log")).doesNotExist();
    }

    @Test
    void a_run_whose_process_is_gone_is_shown_as_cut_off_at_once() {
        var home = new TestHome(folder).smallCompany();
        try (var engine = home.engine(database)) {
            new Nights(engine).run("2026-11-22");
            new JdbcTemplate(database.dataSource())
                    .update("UPDATE job_run SET state = 'RUNNING', message = NULL, heartbeat = '2026-11-23 01:31:00'");
            var shown = new Shell(home, database.settings()).run("status", "--format", "csv");
            assertThat(shown.out()).contains("CUT_OFF").containsAnyOf("2026-11-23 01:31:00");
            try (var lock = io.dayclose.database.NamedLock.acquire(database.dataSource(), "nightly:2026-11-22")
                    .orElseThrow()) {
                assertThat(lock.isHeld()).isTrue();
                assertThat(new Shell(home, database.settings())
                                .run("status", "--format", "csv")
                                .out())
                        .contains("RUNNING")
                        .doesNotContain("CUT_OFF");
            }
        }
    }
}
