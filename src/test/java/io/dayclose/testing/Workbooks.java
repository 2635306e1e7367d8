package io.dayclose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads workbooks back with another library than the one that wrote them. */
public final class Workbooks {
    private Workbooks() {}

    /** The cells of every sheet as text, by sheet name; whole numbers without the decimals some programs write. */
    public static Map<String, List<List<String>>> read(Path file) {
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            var sheets = new LinkedHashMap<String, List<List<String>>>();
            for (var sheet : book.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                sheet.read()
                        .forEach(row ->
                                rows.add(row.stream().map(Workbooks::text).toList()));
                sheets.put(sheet.getName(), rows);
            }
            return sheets;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Cell cell) {
        return cell == null || cell.getValue() == null
                ? ""
                : cell.getRawValue() == null
                        ? String.valueOf(cell.getValue())
                        : cell.getRawValue().replaceFirst("^(-?\\d+)\\.0$", "$1");
    }

    /** All workbooks below a folder, in order of their paths. */
    public static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
