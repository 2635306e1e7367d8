package io.dayclose.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that somebody sends by mail, written the way such people write: Chinese headers, {@code ￥} here and there. */
final class DemoPaper {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final String name;
    private final String title;
    private final List<String> header;
    private final List<Object[]> rows = new ArrayList<>();

    /** @param columns the headers, joined by blanks */
    DemoPaper(String name, String title, String columns) {
        this.name = name;
        this.title = title;
        header = List.of(columns.split(" "));
    }

    void add(Object... cells) {
        rows.add(cells);
    }

    /** An amount as a clerk types it: every third one with its sign and commas, and thereby as text. */
    static Object typed(BigDecimal amount, int row) {
        return row % 3 == 0 ? "￥%,.2f".formatted(amount) : amount;
    }

    /** Written by another company's program, in the encoding such programs write. */
    void writeCsv(Path inbox) {
        var file = inbox.resolve(name);
        try (var csv = CsvWriter.builder().build(file, CHINESE)) {
            csv.writeRecord(header);
            rows.forEach(row ->
                    csv.writeRecord(Arrays.stream(row).map(DemoPaper::text).toList()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cameEarlier(file);
    }

    /** Made in a spreadsheet: a title above the header, a row of totals below. */
    void writeWorkbook(Path inbox) {
        var file = inbox.resolve(name);
        new DemoSheet(title, header).write(rows, file);
        cameEarlier(file);
    }

    /** Nobody is still writing a file that has not changed for a while. */
    private static void cameEarlier(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Object cell) {
        if (cell instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (cell instanceof LocalDate date) {
            return date.toString().replace('-', '/');
        }
        return cell == null ? "" : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }
}
