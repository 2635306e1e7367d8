package io.dayclose.intake;

import static io.dayclose.testing.LargeWorkbook.inline;
import static io.dayclose.testing.LargeWorkbook.number;
import static io.dayclose.testing.LargeWorkbook.shared;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.LargeWorkbook;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A workbook of three hundred thousand sales is a night like any other for a program that is given 256 MB. */
@Tag("file")
class LargeWorkbookTest {
    private static final int ROWS = 300_000;
    private static final int DOCUMENTS = ROWS / 3;
    private static final List<String> CODES = List.of("SALE", "W001", "P005");
    private static final List<String> HEADER =
            FeedCatalogue.delivered().schema("sale").orElseThrow().columnNames();

    @TempDir
    private Path folder;

    @Test
    void three_hundred_thousand_rows_are_taken_in_within_256_megabytes() throws IOException {
        var home = new TestHome(folder).smallCompany();
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.xlsx\"}\nkey: [doc_no, line_no]\nlayout: {max-mb: 100}\n");
        var texts = Stream.concat(CODES.stream(), IntStream.range(0, DOCUMENTS).mapToObj("XS20261122-%06d"::formatted));
        new LargeWorkbook(ROWS, texts.toList(), LargeWorkbookTest::cells)
                .write(home.folder().resolve("inbox/sale-1.xlsx"));
        var database = TestDatabase.fresh();
        var child = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        assertThat(child.join()).as(child.output()).isZero();
        assertThat(new JdbcTemplate(database.dataSource())
                        .queryForMap(
                                "SELECT COUNT(*) AS facts, SUM(amount) AS amount, MIN(sold_at) AS first FROM sale"))
                .hasToString("{facts=300000, amount=5850000.00, first=2026-11-22T09:00}");
    }

    /** Three lines a document. Most texts are shared, as Excel keeps them; the product stands in its cell. */
    private static List<String> cells(int row) {
        if (row == 0) {
            return HEADER.stream().map(LargeWorkbook::inline).toList();
        }
        int i = row - 1;
        return List.of(
                shared(CODES.size() + i / 3),
                number(0, i % 3 + 1),
                shared(0),
                number(1, 46348),
                number(2, 46348.375 + i / 10 / 86400.0),
                shared(1),
                shared(2),
                inline("G001"),
                number(0, 2),
                number(0, 9.9),
                number(0, 0.30000000000000004),
                number(0, 19.5),
                inline(""),
                inline(""),
                inline(""),
                inline("N"));
    }
}
