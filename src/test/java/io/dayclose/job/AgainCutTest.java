package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.testing.CutCommits;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut off while rows of one key go back, or while rows are derived anew: the same facts and vouchers, nothing twice. */
class AgainCutTest {
    private static final String DATE = "2026-11-22";
    private static final int PLACES = 6;
    private static final String SLIP = "derive: {amount: \"unit_price * (line_no % 2 == 0 ? 3 : quantity)\"}\n";
    private static final String MENDED = "derive: {amount: \"unit_price * quantity\", discount: \"0\"}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void smallBlocks() {
        System.setProperty("dayclose.block-size", "7");
    }

    @AfterEach
    void usualBlocks() {
        System.clearProperty("dayclose.block-size");
    }

    /** Every fifth key stands twice, its second row blocks away; every even line breaks its rule until the mend. */
    private TestHome home(String name) {
        var home = new TestHome(folder.resolve(name)).smallCompany();
        feed(home, SLIP);
        var once = IntStream.rangeClosed(1, 60).mapToObj(i -> line(i, 10));
        var twice = IntStream.rangeClosed(1, 60).filter(i -> i % 5 == 0).mapToObj(i -> line(i, 20));
        return home.sales("sale-1.csv", Stream.concat(once, twice).toArray(String[]::new));
    }

    private static void feed(TestHome home, String derive) {
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\n" + derive);
    }

    private static String line(int i, int price) {
        return "S%d,%d,SALE,2026-11-22,W001,P005,G001,2,%d,,1.00,,,,".formatted(i, i, price);
    }

    /** Both runs, each cut at its n-th commit when that is not 0. */
    private List<String> books(String name, long first, long second, boolean after) {
        var home = home(name);
        var database = TestDatabase.fresh();
        night(home, database, first, after);
        feed(home, MENDED);
        night(home, database, second, after);
        try (var engine = home.engine(database)) {
            return result(engine);
        }
    }

    private void night(TestHome home, TestDatabase database, long at, boolean after) {
        var commits = new CutCommits();
        try (var engine = home.engine(database, commits)) {
            var nights = new Nights(engine);
            commits.cut(at, after);
            for (int tries = 0; tries < 3 && failed(nights); tries++) {
                commits.cut(0, false);
            }
        }
    }

    private static boolean failed(Nights nights) {
        try {
            return nights.again(DATE, "mended").exitCode() == 1;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    private static List<String> result(Engine engine) {
        var nights = new Nights(engine);
        return Stream.of(
                        "SELECT doc_no, line_no, amount, version, source_line FROM sale ORDER BY 1, 4",
                        "SELECT voucher_key, source_line, decision, reason, expected FROM voucher WHERE resolved_on IS NULL ORDER BY 1, 2",
                        "SELECT kind, read_count, accepted, corrected, duplicate, returned, state FROM feed_source WHERE feed = 'sale' ORDER BY source_id")
                .flatMap(sql -> nights.rows(sql).stream())
                .toList();
    }

    @Test
    void cut_anywhere_the_same_rows_are_facts_and_the_same_go_back() {
        var calm = books("calm", 0, 0, false);
        assertThat(calm)
                .as("48 keys stand once, 12 twice")
                .filteredOn(row -> row.startsWith("S") && row.contains("DUPLICATE_KEY"))
                .hasSize(24);
        assertThat(calm).filteredOn(row -> row.matches("S\\d+ \\d+ 20.00 1 .*")).hasSize(48);
        assertThat(calm).contains("FILE 72 24 0 0 48 DONE", "AGAIN 72 24 24 0 24 DONE");
        for (int place = 1; place <= PLACES; place++) {
            int at = 25 + place * 6;
            assertThat(books("cut" + place, at, at, place % 2 == 0))
                    .as("cut at commit " + at)
                    .isEqualTo(calm);
        }
    }
}
