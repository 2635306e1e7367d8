package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Books;
import io.dayclose.testing.CutCommits;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cut off at any commit, before it or after, and run again: the same facts, nothing twice. */
class CutTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int LINES = 400;

    @TempDir
    private Path undisturbed;

    @TempDir
    private Path cut;

    private int places;

    @BeforeEach
    void smallBlocks() {
        System.setProperty("dayclose.block-size", "60");
    }

    @AfterEach
    void usualBlocks() {
        System.clearProperty("dayclose.block-size");
    }

    /** A night's sales, returns of the night before, what comes twice, what is wrong, what is for tomorrow. */
    private static void sales(TestHome home, LocalDate date) {
        var lines = IntStream.range(0, LINES).mapToObj(i -> line(date, i)).toArray(String[]::new);
        home.sales("sale-" + date + ".csv", lines);
    }

    private static String line(LocalDate date, int i) {
        var day = i % 41 == 40 ? date.plusDays(1) : date;
        if (i % 20 == 19) {
            return "R%s-%d,1,RETURN,%s,W001,,G001,1,10.00,,10.00,,S%s-%d,1,"
                    .formatted(date, i, day, date.minusDays(1), i - 1);
        }
        var outlet = i % 67 == 66 ? "W404" : "W001";
        int number = i % 31 == 30 ? i - 1 : i;
        return "S%s-%d,1,SALE,%s,%s,,G001,1,10.00,,10.00,,,,".formatted(date, number, day, outlet);
    }

    /** Cuts a night each at so many places between its first commit and its last. */
    private void cutAt(int wanted) {
        places = wanted;
        var calm = TestDatabase.fresh();
        var wild = TestDatabase.fresh();
        var commits = new CutCommits();
        long each = run(undisturbed, calm, new CutCommits(), 0);
        run(cut, wild, commits, each);
        assertThat(Books.digest(new JdbcTemplate(wild.dataSource())))
                .isEqualTo(Books.digest(new JdbcTemplate(calm.dataSource())));
        assertThat(new JdbcTemplate(wild.dataSource())
                        .queryForObject("SELECT COUNT(*) FROM job_event WHERE what = 'RESTARTED'", Integer.class))
                .as("nights that had to be run again")
                .isGreaterThan(places / 2);
        System.out.printf("cut nights: %d places of %d commits, before and after%n", places, each);
    }

    /** @return how many commits the last night took */
    private long run(Path folder, TestDatabase database, CutCommits commits, long each) {
        var home = new TestHome(folder)
                .smallCompany()
                .reports()
                .plan(
                        "outlets",
                        "from: 2026-01-01, payee: outlet, measure: net-amount, rate: {bands: {mode: retroactive, of: percent, table: [{from: 0, rate: 1}, {from: 9000, rate: 2}]}}, hold: [{gate: return-window, days: 2}]")
                .plan("pieces", "from: 2026-01-01, payee: outlet, rate: {per-unit: 0.33}");
        try (var engine = home.engine(database, commits)) {
            var nights = new Nights(engine);
            nights.run(FIRST.toString());
            for (int i = 1; i <= places; i++) {
                var date = FIRST.plusDays(i);
                sales(home, date);
                commits.cut(each * i / places, i % 2 == 0);
                for (int tries = 0; tries < 3 && failed(nights, date); tries++) {
                    commits.cut(0, false);
                }
            }
            return commits.counted();
        }
    }

    /** A run may end badly, or the program itself may break; both are met by running again. */
    private static boolean failed(Nights nights, LocalDate date) {
        try {
            return nights.run(date.toString()).exitCode() == 1;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    @Test
    void cut_at_commits_spread_over_a_night_the_books_are_the_same() {
        cutAt(12);
    }

    @Test
    @Tag("long")
    void cut_at_every_commit_of_a_night_the_books_are_the_same() {
        cutAt(200);
    }
}
