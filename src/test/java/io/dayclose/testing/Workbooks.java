package io.dayclose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Reads workbooks back with another library than the one that wrote them. */
public final class Workbooks {
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private Workbooks() {}

    /**
     * The cells of every sheet as text, by sheet name; whole numbers without the decimals some programs write. Figures of the first sheet
     * as people see them, but to the fen.
     */
    public static Map<String, List<List<String>>> read(Path file) {
        try (var book = new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false))) {
            var sheets = new LinkedHashMap<String, List<List<String>>>();
            for (var sheet : book.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                boolean first = sheets.isEmpty();
                sheet.read()
                        .forEach(row -> rows.add(row.stream()
                                .map(first ? Workbooks::shown : Workbooks::text)
                                .toList()));
                sheets.put(sheet.getName(), rows);
            }
            return sheets;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String shown(Cell cell) {
        var format = cell == null || cell.getType() != CellType.NUMBER ? null : cell.getDataFormatString();
        if (format == null) {
            return text(cell);
        }
        var number = new BigDecimal(cell.getRawValue());
        if (format.startsWith("yyyy")) {
            return EXCEL_EPOCH.plusDays(number.longValue()).toString();
        }
        var pattern = format.contains("%") ? "0.0%" : format.contains("¥") ? "¥#,##0.00" : format.split(";")[0];
        var shown = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        shown.setRoundingMode(RoundingMode.HALF_UP);
        return pattern.equals("General") ? text(cell) : shown.format(number);
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
