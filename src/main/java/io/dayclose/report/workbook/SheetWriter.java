package io.dayclose.report.workbook;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.database.ContentDigest;
import io.dayclose.text.CellWidth;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sheet of a report row by row; what does not fit goes on in a sheet of the same name and "(2)". A sheet for
 * mending is only there when it has rows.
 */
public final class SheetWriter {
    /** Excel's last row less one for the totals. */
    private static final int MOST_ROWS = 1_048_575;

    /** What one line of text takes, in points. */
    private static final float LINE_HEIGHT = 16;

    private final Book book;
    private final Sheet definition;
    private final Language language;
    private final int[] widths;
    /** The sums of all rows, and of those on the sheet that is being written. */
    private final BigDecimal[] sums;

    private final BigDecimal[] sheetSums;
    private final int mostRows;
    private @Nullable SXSSFSheet sheet;
    private @Nullable String firstName;
    private int next;
    private long count;

    public SheetWriter(Book book, Sheet definition, Language language) {
        this(book, definition, language, MOST_ROWS);
    }

    SheetWriter(Book book, Sheet definition, Language language, int mostRows) {
        this.book = book;
        this.definition = definition;
        this.language = language;
        this.mostRows = mostRows;
        widths = new int[definition.columns().size()];
        sums = new BigDecimal[widths.length];
        sheetSums = new BigDecimal[widths.length];
        Arrays.fill(sums, BigDecimal.ZERO);
        sheet = definition.mend() ? null : begin();
    }

    private SXSSFSheet begin() {
        Arrays.fill(sheetSums, BigDecimal.ZERO);
        var fresh = book.sheet(definition.name().in(language));
        firstName = firstName == null ? fresh.getSheetName() : firstName;
        var header = fresh.createRow(0);
        header.setHeightInPoints(24);
        for (int i = 0; i < widths.length; i++) {
            var title = definition.columns().get(i).title().in(language);
            var cell = header.createCell(i);
            cell.setCellValue(title);
            cell.setCellStyle(
                    book.styles().headerStyle(definition.columns().get(i).type()));
            widths[i] = Math.max(widths[i], CellWidth.of(title) + 3);
        }
        next = 1;
        return fresh;
    }

    public void row(@Nullable Object[] values) {
        if (sheet != null && next == mostRows) {
            endSheet();
            sheet = null;
        }
        sheet = sheet == null ? begin() : sheet;
        var row = sheet.createRow(next++);
        count++;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                write(row, i, values[i]);
            }
        }
    }

    private void write(SXSSFRow row, int i, Object value) {
        var type = definition.columns().get(i).type();
        var cell = row.createCell(i);
        cell.setCellStyle(book.styles().of(type));
        if (value instanceof BigDecimal || value instanceof Long) {
            var number = new BigDecimal(value.toString());
            number(cell, type, number);
            sums[i] = sums[i].add(number);
            sheetSums[i] = sheetSums[i].add(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
        } else {
            var text = definition.columns().get(i).named(value.toString(), language);
            text(cell, text);
            wrap(row, cell, text, definition.columns().get(i));
        }
        widths[i] = Math.max(widths[i], width(definition.columns().get(i), value));
    }

    private static void number(Cell cell, CellType type, BigDecimal value) {
        var shown = type == CellType.DURATION ? value.divide(BigDecimal.valueOf(86_400), MathContext.DECIMAL64) : value;
        cell.setCellValue(shown.doubleValue());
    }

    private void text(Cell cell, String text) {
        cell.setCellValue(SafeText.of(text));
        if (SafeText.looksLikeFormula(text)) {
            cell.setCellStyle(book.styles().quotedText());
        }
    }

    /** A sentence longer than the width that its column was given goes on below; the row is made as high as that takes. */
    private void wrap(SXSSFRow row, Cell cell, String text, ReportColumn column) {
        int lines = column.type() == CellType.TEXT ? Widths.lines(text, column.width()) : 1;
        if (lines > 1 && !SafeText.looksLikeFormula(text)) {
            cell.setCellStyle(book.styles().wrappedText());
            row.setHeightInPoints(Math.max(row.getHeightInPoints(), lines * LINE_HEIGHT));
        }
    }

    private int width(ReportColumn column, Object value) {
        return switch (column.type()) {
            case DATE -> 11;
            case TIME -> 17;
            case PRICE ->
                ((BigDecimal) value).stripTrailingZeros().toPlainString().length() * 4 / 3 + 4;
            case MONEY, NUMBER, INTEGER -> value.toString().length() * 4 / 3 + 2;
            default -> CellWidth.of(column.named(value.toString(), language));
        };
    }

    /** Ends the last sheet: totals, widths, filter and print set-up. */
    public void finish() {
        endSheet();
    }

    private void endSheet() {
        new SheetFinish(book, Objects.requireNonNull(sheet), definition, language).finish(next, sheetSums, widths);
    }

    public long count() {
        return count;
    }

    /** The name the first sheet got. */
    public String name() {
        return Objects.requireNonNull(firstName);
    }

    /** The sums of the columns that have one, as plain text by field. */
    public Map<String, String> totals() {
        var totals = new LinkedHashMap<String, String>();
        for (int i = 0; i < sums.length; i++) {
            ReportColumn column = definition.columns().get(i);
            if (column.total()) {
                totals.put(column.field(), ContentDigest.text(sums[i]));
            }
        }
        return totals;
    }
}
