package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dayclose.testing.Books;
import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.EmbeddedServer;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database server dies in the middle of a night, is started again, and so is the night. */
@Tag("once")
class ServerKilledTest {
    private static final String READING = "SELECT position >= 10000 FROM feed_source WHERE name = 'sale-1.csv'";
    private static final String POSTING = "SELECT COUNT(*) > 0 FROM ledger";

    private static final String[] NIGHT = {"run", "nightly", "--date", "2026-11-22"};

    @TempDir
    private Path folder;

    private static TestHome home(Path folder) {
        var lines = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i ->
                        "S%d,1,SALE,2026-11-22,W001,P005,G001,%d,10.00,,%d0.00,,,,".formatted(i, i % 7 + 1, i % 7 + 1))
                .toArray(String[]::new);
        return new TestHome(folder)
                .smallCompany()
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 1.5}")
                .sales("sale-1.csv", lines);
    }

    private static JdbcTemplate at(String url) {
        return new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    }

    @Test
    void killed_while_it_reads_the_books_are_those_of_an_undisturbed_night() throws IOException {
        assertBooksWhenKilled(READING);
    }

    @Test
    @Tag("long")
    void killed_while_it_reads_and_while_it_posts_they_are_so_too() throws IOException {
        assertBooksWhenKilled(READING, POSTING);
    }

    private void assertBooksWhenKilled(String... reached) throws IOException {
        var home = home(folder.resolve("killed"));
        var url = EmbeddedServer.start(folder.resolve("server")) + "night?createDatabaseIfNotExist=true";
        for (var each : reached) {
            killWhen(each, ChildProgram.start(home, url, NIGHT), url);
        }
        var last = ChildProgram.start(home, url, NIGHT);
        assertThat(last.join()).as(last.output()).isZero();
        assertThat(Books.digest(at(url))).isEqualTo(undisturbed());
        server(url).destroyForcibly();
    }

    private static ProcessHandle server(String url) throws IOException {
        var file = Path.of(String.valueOf(at(url).queryForObject("SELECT @@pid_file", String.class)));
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }

    private static List<String> commandOf(ProcessHandle server) {
        var command = new ArrayList<>(List.of(server.info().command().orElseThrow()));
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        return command;
    }

    /** As a machine's guard against too little memory does; then the server comes up again, with what it had written. */
    private void killWhen(String reached, ChildProgram night, String url) throws IOException {
        var server = server(url);
        var command = commandOf(server);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .failFast("the night has ended", () -> !night.isAlive())
                .until(() -> isTrue(at(url), reached));
        server.destroyForcibly();
        assertThat(night.join()).as(night.output()).isEqualTo(1);
        assertThat(night.output()).contains("[DC-").doesNotContain("\tat ");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(() -> isTrue(at(url), "SELECT TRUE"));
    }

    private static boolean isTrue(JdbcTemplate jdbc, String question) {
        try {
            return jdbc.queryForList(question, Boolean.class).contains(true);
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    private String undisturbed() {
        var database = TestDatabase.fresh();
        try (var engine = home(folder.resolve("undisturbed")).engine(database)) {
            new Nights(engine).run("2026-11-22");
            return Books.digest(engine.work().jdbc());
        }
    }
}
