package io.dayclose.agree;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.testing.Nights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of companies by chance, whatever stands in two workbooks, in {@code show} or in the payout list is the same. */
class FiguresAgreeTest {
    @TempDir
    private Path folder;

    @Test
    void whatever_stands_in_two_places_is_the_same() {
        agree(2);
    }

    /** {@code ./mvnw test -Dtest=FiguresAgreeTest -Dincluded.tags=long -Dexcluded.tags=bench}. */
    @Test
    @Tag("long")
    void fifty_companies() {
        agree(50);
    }

    private void agree(int companies) {
        long seed = Long.getLong("agree.seed", new Random().nextInt(1_000_000));
        for (long each = seed; each < seed + companies; each++) {
            System.out.println("figures agree: -Dagree.seed=" + each);
            agree(each);
        }
    }

    private void agree(long seed) {
        var company = new SeededCompany(new TestHome(folder.resolve("home" + seed)), seed);
        var home = company.invent();
        var database = TestDatabase.fresh();
        var compared = 0;
        try (var engine = home.engine(database)) {
            night(engine, SeededCompany.FIRST_NIGHT);
            compared += same(engine, home, SeededCompany.FIRST_NIGHT, seed);
            company.lastDay();
            night(engine, SeededCompany.MONTH_END);
            new Nights(engine).job("weekly", SeededCompany.MONTH_END.toString());
            compared += same(engine, home, SeededCompany.MONTH_END, seed);
            new Nights(engine).job("month-end", SeededCompany.MONTH_END.toString());
            compared += same(engine, home, SeededCompany.MONTH_END, seed);
            company.afterwards();
            night(engine, SeededCompany.AFTER);
            compared += same(engine, home, SeededCompany.AFTER, seed);
            var revised = new Shell(home, database.settings()).run("revise");
            assertThat(revised.code()).as(revised.err()).isIn(0, 4);
            var again = new Agreement(
                            home.folder(),
                            SeededCompany.FIRST_NIGHT,
                            "测试公司",
                            engine.work().jdbc())
                    .ofWorkbooksAlone();
            assertThat(again.differences()).as("seed %d, revised", seed).isEmpty();
            assertThat(new Nights(engine).findings()).as("seed %d", seed).isEmpty();
        }
        assertThat(compared).as("figures held against others").isGreaterThan(800);
    }

    private static void night(Engine engine, LocalDate date) {
        var result = new Nights(engine).run(date.toString());
        assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
    }

    private static int same(Engine engine, TestHome home, LocalDate date, long seed) {
        var agreement = new Agreement(home.folder(), date, "测试公司", engine.work().jdbc());
        assertThat(agreement.differences()).as("seed %d", seed).isEmpty();
        return agreement.compared();
    }
}
