package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dayclose.app.Engine;
import io.dayclose.testing.Books;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.testing.Workbooks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole month of another company's export, described in YAML and never programmed for, equals a second calculation. */
class OnlineRetailTest {
    private static final String REAL = "shared/data/online-retail-2010-12.csv.gz";

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void home() throws IOException {
        home = OnlineRetail.home(folder);
        Files.createDirectories(folder.resolve("inbox"));
    }

    @Test
    void a_generated_export_of_the_same_layout_equals_a_second_calculation_day_by_day() throws IOException {
        var file = new OnlineRetailFixture(20101201).write(folder.resolve("inbox/online-retail-2010-12.csv.gz"));
        var expected = OnlineRetail.secondCalculation(file);
        assertThat(expected).hasSize(3);
        backfillTwice(expected, "2010-12-01", "2010-12-04");
    }

    /**
     * The real file is public domain but too large for the project: it is read where it lies, named by
     * {@code -Ddayclose.test.sales=FILE} or found in a folder above the project, and the test is skipped without it.
     */
    @Test
    void the_real_file_leaves_every_line_and_every_cent() throws IOException {
        var real = real();
        assumeTrue(
                real.isPresent(), "skipped: " + REAL + " lies in no folder above, name it: -Ddayclose.test.sales=FILE");
        Files.createSymbolicLink(folder.resolve("inbox/online-retail-2010-12.csv.gz"), real.get());
        var expected = OnlineRetail.secondCalculation(real.get());
        var all = expected.values().stream().reduce(OnlineRetail.Day.NOTHING, OnlineRetail.Day::plus);
        assertThat(all.lines()).isEqualTo(42_481);
        assertThat(all.net()).isEqualByComparingTo("748957.02");
        backfillTwice(expected, "2010-12-01", "2010-12-23");
    }

    private static Optional<Path> real() {
        var named = System.getProperty("dayclose.test.sales", "");
        var above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(REAL));
        return Stream.concat(Stream.of(named).filter(name -> !name.isEmpty()).map(Path::of), above)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void backfillTwice(Map<LocalDate, OnlineRetail.Day> expected, String from, String to) {
        var database = TestDatabase.fresh();
        try (var engine = home.engine(database)) {
            var nights = new Nights(engine);
            nights.backfill(from, to);
            assertFacts(nights, expected);
            LocalDate.parse(from)
                    .datesUntil(LocalDate.parse(to).plusDays(1))
                    .forEach(date -> assertWorkbook(date, expected.getOrDefault(date, OnlineRetail.Day.NOTHING)));
            var books = Books.facts(engine.work().jdbc());
            int mails = mails(engine);
            nights.backfill(from, to);
            assertThat(Books.facts(engine.work().jdbc())).isEqualTo(books);
            assertThat(mails(engine)).as("a second backfill mails nothing").isEqualTo(mails);
        }
    }

    private static void assertFacts(Nights nights, Map<LocalDate, OnlineRetail.Day> expected) {
        assertThat(
                        nights.rows(
                                "SELECT business_date, COUNT(*), SUM(IF(kind = 'SALE', amount, -amount)) FROM current_sale GROUP BY 1 ORDER BY 1"))
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue().lines() + " "
                                + day.getValue().net().setScale(2))
                        .toList());
        assertThat(nights.rows("SELECT COUNT(*) FROM voucher WHERE resolved_on IS NULL"))
                .containsExactly("0");
    }

    /** Every day's workbooks, of the branch and of the company, say what the second calculation says. */
    private void assertWorkbook(LocalDate date, OnlineRetail.Day expected) {
        var books = Workbooks.below(folder.resolve("out/archive/" + date));
        assertThat(books).hasSize(2);
        for (var book : books) {
            var total = Workbooks.read(book).get("网点").stream()
                    .filter(row -> row.get(0).equals("合计"))
                    .findFirst();
            var figures = total.map(row -> row.subList(6, 9)).orElseThrow();
            assertThat(figures.stream().map(BigDecimal::new).toList())
                    .as(book.toString())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(expected.gross(), expected.returned(), expected.net());
        }
    }

    private int mails(Engine engine) {
        try (var files = Files.list(folder.resolve("out/mail"))) {
            int written = (int) files.count();
            assertThat(engine.work().jdbc().queryForObject("SELECT COUNT(*) FROM outbox_mail", Integer.class))
                    .isEqualTo(written);
            return written;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
