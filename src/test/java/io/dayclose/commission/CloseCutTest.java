package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.testing.Books;
import io.dayclose.testing.CutCommits;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cut off at every commit of a month's close, before it or after, and closed again: the same books, nothing paid twice. */
class CloseCutTest {
    @TempDir
    private Path calmFolder;

    @TempDir
    private Path wildFolder;

    private static TestHome home(Path folder) {
        return new TestHome(folder)
                .smallCompany()
                .plan(
                        "staff",
                        "from: 2026-10-01, payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: return-window, days: 9}]")
                .plan("outlets", "from: 2026-10-01, payee: outlet, rate: {per-unit: 0.5}")
                .sales(
                        "sale-1.csv",
                        "S1,1,SALE,2026-10-05,W001,P005,G001,1,100.00,,100.00,,,,",
                        "S2,1,SALE,2026-10-31,W001,P005,G001,1,50.00,,50.00,,,,",
                        "R1,1,RETURN,2026-10-31,W001,P005,G001,1,10.00,,10.00,,S1,1,");
    }

    /** @return the digest of the books, once the month is closed however often that was cut off */
    private static String close(TestHome home, TestDatabase database, boolean cut) {
        var commits = new CutCommits();
        try (var engine = home.engine(database, commits)) {
            assertThat(new Nights(engine).run("2026-10-31").problems()).isEmpty();
            int tries = 0;
            for (boolean closed = false; !closed; tries++) {
                commits.cut(cut ? tries / 2 + 1 : 0, tries % 2 == 1);
                closed = closes(engine);
            }
            assertThat(tries).as("how often it was tried").isGreaterThan(cut ? 4 : 0);
        }
        return Books.digest(new JdbcTemplate(database.dataSource()));
    }

    private static boolean closes(Engine engine) {
        try {
            new BookOperations(engine.work(), engine.transactions())
                    .closeMonth(new MonthClose.Request(YearMonth.parse("2026-10"), false, Optional.empty(), "wang", 0));
            return true;
        } catch (RuntimeException broken) {
            return false;
        }
    }

    @Test
    void a_close_that_is_cut_off_anywhere_ends_with_the_books_of_an_undisturbed_one() {
        var calm = TestDatabase.fresh();
        var wild = TestDatabase.fresh();
        assertThat(close(home(wildFolder), wild, true)).isEqualTo(close(home(calmFolder), calm, false));
    }
}
