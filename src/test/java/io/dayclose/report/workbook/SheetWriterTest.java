package io.dayclose.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.testing.Workbooks;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells written by one library and read by another. */
class SheetWriterTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @TempDir
    private Path folder;

    private static ReportColumn column(String field, CellType type, boolean total) {
        return new ReportColumn(field, Bilingual.same(field), type, 0, total, false, Optional.empty(), Map.of());
    }

    private static Sheet sheet(String name) {
        var columns = List.of(column("text", CellType.CODE, false), column("amount", CellType.MONEY, true));
        return new Sheet(name, Bilingual.same(name), "", columns, List.of(), Optional.empty(), false, List.of());
    }

    private static byte[] bytes(Consumer<Book> content) {
        try (var book = new Book(DAY, "test")) {
            book.cover("cover");
            content.accept(book);
            return book.bytes();
        }
    }

    private Path file(Consumer<Book> content) throws IOException {
        return Files.write(folder.resolve("book.xlsx"), bytes(content));
    }

    private static void rows(Book book, int mostRows, int rows) {
        var writer = new SheetWriter(book, sheet("明细"), Language.ZH, mostRows);
        for (int i = 1; i <= rows; i++) {
            writer.row(new Object[] {"00" + i, new BigDecimal(i + ".10")});
        }
        writer.finish();
        assertThat(writer.name()).as("links lead to the first").isEqualTo("明细");
    }

    private List<List<String>> texts(String... texts) throws IOException {
        var sheets = Workbooks.read(file(book -> {
            var writer = new SheetWriter(book, sheet("s"), Language.EN);
            for (var text : texts) {
                writer.row(new Object[] {text, null});
            }
            writer.finish();
        }));
        return sheets.get("s");
    }

    @Test
    void what_does_not_fit_goes_on_in_a_second_sheet_and_each_has_the_total_of_its_own_rows() throws IOException {
        var sheets = Workbooks.read(file(book -> rows(book, 4, 5)));
        assertThat(sheets.get("明细"))
                .containsExactly(
                        List.of("text", "amount"),
                        List.of("001", "1.1"),
                        List.of("002", "2.1"),
                        List.of("003", "3.1"),
                        List.of("合计", "6.3"));
        assertThat(sheets.get("明细 (2)"))
                .containsExactly(
                        List.of("text", "amount"), List.of("004", "4.1"), List.of("005", "5.1"), List.of("合计", "9.2"));
    }

    @Test
    void the_sheet_says_how_many_rows_it_has_to_readers_that_trust_it() throws IOException {
        var file = file(book -> rows(book, 100_000, 5_001));
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml"))) {
            assertThat(new String(in.readNBytes(2_000))).contains("<dimension ref=\"A1:B5003\"");
        }
        assertThat(Workbooks.read(file).get("明细")).hasSize(5_003);
    }

    @Test
    void the_same_contents_give_the_same_bytes_whatever_the_clock_and_the_time_zone() throws InterruptedException {
        var first = bytes(book -> rows(book, 100, 3));
        var zone = TimeZone.getDefault();
        try {
            Thread.sleep(2_100);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(Arrays.equals(bytes(book -> rows(book, 100, 3)), first)).isTrue();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void text_that_looks_like_a_formula_stays_text_and_forbidden_characters_are_dropped() throws IOException {
        assertThat(texts("=1+1", "+86", "-x", "@sum", "a\u0001b\u000bc", "_x0041_", "中文 <&>"))
                .extracting(row -> row.get(0))
                .as("what looks like an escape is stored escaped, for Excel to show it as it was")
                .containsExactly("text", "=1+1", "+86", "-x", "@sum", "abc", "_x005F_x0041_", "中文 <&>", "Total");
    }

    @Test
    void a_sentence_longer_than_the_width_of_its_column_goes_on_below_in_a_higher_row() throws IOException {
        var column = new ReportColumn(
                "why", Bilingual.same("why"), CellType.TEXT, 20, false, false, Optional.empty(), Map.of());
        var sheet =
                new Sheet("s", Bilingual.same("s"), "", List.of(column), List.of(), Optional.empty(), false, List.of());
        var file = file(book -> {
            var writer = new SheetWriter(book, sheet, Language.EN);
            writer.row(new Object[] {"short"});
            writer.row(new Object[] {"应于今日回款，对账单中没有此运单。请催款。"});
            writer.finish();
        });
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml"))) {
            assertThat(new String(in.readAllBytes()))
                    .contains("<row r=\"3\" customHeight=\"1\" ht=\"48.0\">")
                    .doesNotContain("<row r=\"2\" customHeight");
        }
    }

    @Test
    void a_text_longer_than_a_cell_is_cut_and_shows_it() throws IOException {
        var cell = texts("长".repeat(40_000)).get(1).get(0);
        assertThat(cell).hasSize(32_767).endsWith("长…");
    }

    @Test
    void two_sheets_whose_long_names_would_collide_both_stay() throws IOException {
        var name = "A name of more than thirty-one characters";
        var sheets = Workbooks.read(file(book -> {
            new SheetWriter(book, sheet(name + " one"), Language.EN).finish();
            new SheetWriter(book, sheet(name + " two"), Language.EN).finish();
        }));
        assertThat(sheets.keySet())
                .containsExactly("cover", "A name of more than thirty-one", "A name of more than thirty (2)");
    }
}
