package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.Rows;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every export of docs/feeds.md, "I have an export of …": its file, read with its feed's file as both stand there, gives its records. */
class DocumentedExportsTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\S+) ?([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** A fenced block: its kind, what stands behind it, its content. */
    private record Block(String kind, String name, String content) {}

    private static Stream<String> exports() throws IOException {
        var text = Files.readString(Path.of("docs/feeds.md"));
        var section =
                text.substring(text.indexOf("## I have an export of"), text.indexOf("## Expressions and layouts"));
        return Stream.of(section.split("\n### ")).skip(1);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void every_export_is_read_as_its_documentation_says(String export) throws IOException {
        var blocks = BLOCK.matcher(export)
                .results()
                .map(found -> new Block(found.group(1), found.group(2).strip(), found.group(3)))
                .toList();
        var home = new TestHome(folder)
                .write("jobs-config/company.yml", "name: {zh: 测试, en: Test}\nzone: Asia/Shanghai\n");
        var yaml = one(blocks, "yaml").content();
        home.write("jobs-config/feeds/" + yaml.lines().findFirst().orElse("").replace("feed: ", "") + ".yml", yaml);
        var feed = home.home().feeds().get(0);
        var expected = one(blocks, "records").content().strip().lines().toList();
        assertThat(records(file(blocks), feed, expected)).isEqualTo(expected);
    }

    private static Block one(List<Block> blocks, String kind) {
        return blocks.stream()
                .filter(block -> block.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Path file(List<Block> blocks) throws IOException {
        var sheets =
                blocks.stream().filter(block -> block.kind().equals("sheet")).toList();
        if (!sheets.isEmpty()) {
            return workbook(sheets);
        }
        var block = blocks.get(0);
        return Files.writeString(folder.resolve(block.name()), block.content(), StandardCharsets.UTF_8);
    }

    private Path workbook(List<Block> sheets) throws IOException {
        var file = folder.resolve("shops-2026-11-22.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            sheets.forEach(block -> fill(book.createSheet(block.name()), block.content()));
            book.write(out);
        }
        return file;
    }

    private static void fill(Sheet sheet, String content) {
        var lines = content.lines().toList();
        for (int r = 0; r < lines.size(); r++) {
            var cells = lines.get(r).split(",", -1);
            for (int c = 0; c < cells.length; c++) {
                (c == 0 ? sheet.createRow(r) : sheet.getRow(r)).createCell(c).setCellValue(cells[c]);
            }
        }
    }

    /** The records, each with the columns that the documentation names of it. */
    private static List<String> records(Path file, Feed feed, List<String> expected) throws IOException {
        var records = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            var translator = Translator.of(feed, rows.header(), new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH));
            assertThat(translator.missing()).isEmpty();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var parsed = translator.translate(row);
                assertThat(parsed.faults()).isEmpty();
                var wanted = expected.get(Math.min(records.size(), expected.size() - 1));
                records.add(Stream.of(wanted.split(", "))
                        .map(each -> each.split(" ")[0])
                        .map(column ->
                                column + " " + parsed.values()[feed.schema().index(column)])
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
            }
        }
        return records;
    }
}
