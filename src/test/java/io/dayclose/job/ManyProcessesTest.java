package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dayclose.schedule.Scheduler;
import io.dayclose.testing.Books;
import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.IdleRelay;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Any number of processes, cut off and killed as may be, make the books that one makes alone. */
@Tag("long")
class ManyProcessesTest {
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private static final LocalDate FIRST = TODAY.minusDays(14);
    private static final String COMPLETED =
            "SELECT CONCAT_WS(' ', job, business_date, run_number) FROM job_run WHERE state = 'COMPLETED' ORDER BY 1";
    private static final long SEED = Long.getLong("trial.seed", 20261129);

    private static List<String> runs;
    private static String alone;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    private static TestHome home(Path folder) {
        var home = new TestHome(folder)
                .smallCompany()
                .reports()
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 1.5}");
        FIRST.datesUntil(TODAY).forEach(date -> home.sales("sale-" + date + ".csv", lines(date)));
        return home;
    }

    /** Every fifth line belongs to the first day, so that a day gone by changes each night. */
    private static String[] lines(LocalDate date) {
        return IntStream.rangeClosed(1, 2_000)
                .mapToObj(i -> "S%s-%d,1,SALE,%s,W001,P005,G001,%d,10.00,,%d0.00,,,,"
                        .formatted(date, i, i % 5 == 0 ? FIRST : date, i % 7 + 1, i % 7 + 1))
                .toArray(String[]::new);
    }

    @BeforeAll
    static void oneAlone(@TempDir Path folder) {
        var database = TestDatabase.fresh();
        try (var engine = home(folder).engine(database)) {
            var nights = new Nights(engine);
            nights.run(FIRST.toString());
            var scheduler = new Scheduler(engine.work(), engine.runner(), nights);
            while (scheduler.tick() > 0) {
                // the last one may have made another due
            }
            runs = engine.work().jdbc().queryForList(COMPLETED, String.class);
            alone = Books.digest(engine.work().jdbc());
        }
    }

    @Test
    void three_that_serve_and_are_killed_at_random_close_every_day_once() throws InterruptedException {
        var home = home(folder);
        first(home);
        var random = new Random(SEED);
        var serving = new ArrayList<ChildProgram>();
        IntStream.range(0, 3).forEach(i -> serving.add(ChildProgram.start(home, database, "serve")));
        int kills = 0;
        while (!isOver()) {
            Thread.sleep(4_000 + random.nextInt(6_000));
            int victim = random.nextInt(3);
            serving.get(victim).kill();
            kills++;
            serving.set(victim, ChildProgram.start(home, database, "serve"));
        }
        Thread.sleep(3_000);
        serving.forEach(ChildProgram::terminate);
        System.out.printf(
                "serve x 3: %d kills, %d attempts for %d runs, seed %d%n",
                kills,
                jdbc.queryForObject("SELECT SUM(attempts) FROM job_run", Integer.class),
                jdbc.queryForObject("SELECT COUNT(*) FROM job_run", Integer.class),
                SEED);
        assertThat(kills).isPositive();
        assertBooks(home);
    }

    @Test
    void of_eight_launches_at_once_one_works_and_seven_are_told_so_soon() {
        var home = home(folder);
        first(home);
        var date = FIRST.plusDays(1).toString();
        var launched = IntStream.range(0, 8)
                .mapToObj(i -> ChildProgram.start(home, database, "run", "nightly", "--date", date))
                .toList();
        assertThat(launched.stream().map(ChildProgram::join).sorted().toList())
                .as(() -> launched.stream().map(ChildProgram::output).toList().toString())
                .startsWith(0)
                .allMatch(code -> code == 0 || code == 2 || code == 3);
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', state, attempts) FROM job_run WHERE business_date = ?",
                        String.class,
                        date))
                .containsExactly("COMPLETED 1");
        catchUp(home, database.url());
        assertBooks(home);
    }

    @Test
    void behind_a_relay_that_cuts_what_is_idle_for_five_seconds_locks_are_kept() throws IOException {
        var home = home(folder);
        try (var relay = new IdleRelay(database.url(), Duration.ofSeconds(5))) {
            var run = ChildProgram.start(home, relay.url(), "run", "nightly", "--date", FIRST.toString());
            assertThat(run.join()).as(run.output()).isZero();
            catchUp(home, relay.url());
            assertThat(relay.cuts()).as("what the pool had left idle").isPositive();
        }
        assertBooks(home);
    }

    @Test
    void a_relay_that_is_quicker_than_the_keeper_costs_the_run_and_nothing_else() throws IOException {
        var home = home(folder);
        try (var relay = new IdleRelay(database.url(), Duration.ofMillis(500))) {
            for (int i = 0; i < 3; i++) {
                var run = ChildProgram.start(home, relay.url(), "run", "nightly", "--date", FIRST.toString());
                assertThat(run.join()).as(run.output()).isEqualTo(1);
                assertThat(run.output()).contains("DC-304").doesNotContain("\tat ");
            }
        }
        first(home);
        catchUp(home, database.url());
        assertBooks(home);
    }

    private void first(TestHome home) {
        var run = ChildProgram.start(home, database, "run", "nightly", "--date", FIRST.toString());
        assertThat(run.join()).as(run.output()).isZero();
    }

    /** All that is due, by one process that is ended once it is done. */
    private void catchUp(TestHome home, String url) {
        var serving = ChildProgram.start(home, url, "serve");
        await().atMost(Duration.ofMinutes(8))
                .failFast("the process ended", () -> !serving.isAlive())
                .until(this::isOver);
        serving.terminate();
    }

    private boolean isOver() {
        return completed().equals(runs);
    }

    private List<String> completed() {
        return jdbc.queryForList(COMPLETED, String.class);
    }

    private void assertBooks(TestHome home) {
        var proved = ChildProgram.start(home, database, "prove");
        assertThat(proved.join()).as(proved.output()).isZero();
        assertThat(Books.digest(jdbc)).isEqualTo(alone);
    }
}
