package io.dayclose.report.workbook;

import io.dayclose.text.CellWidth;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A list without ornament, for people and programs that take it further: texts are texts, whatever they look like, amounts are numbers. */
public final class PlainTable {
    private static final int LEAST_WIDTH = 10;
    private static final int MOST_WIDTH = 60;
    private static final int UNITS = 256;

    private final List<String> header;
    private final List<List<Object>> rows;

    /** @param rows of texts and amounts */
    public PlainTable(List<String> header, List<List<Object>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Writes it as a workbook of one sheet. */
    public void writeTo(OutputStream out, String name) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet(name);
            var text = style(book, "@");
            var money = style(book, "0.00");
            fill(sheet.createRow(0), header, text, money);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet.createRow(i + 1), rows.get(i), text, money);
            }
            for (int column = 0; column < header.size(); column++) {
                sheet.setColumnWidth(column, width(column) * UNITS);
            }
            sheet.createFreezePane(0, 1);
            book.write(out);
        }
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(XSSFRow row, List<?> values, CellStyle text, CellStyle money) {
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            if (values.get(i) instanceof BigDecimal amount) {
                cell.setCellValue(amount.doubleValue());
                cell.setCellStyle(money);
            } else {
                cell.setCellValue(SafeText.of(values.get(i).toString()));
                cell.setCellStyle(text);
            }
        }
    }

    /** A Chinese character is two wide. */
    private int width(int column) {
        int most = rows.stream()
                .map(row -> row.get(column).toString())
                .mapToInt(text -> CellWidth.of(text))
                .max()
                .orElse(0);
        return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, most + 2));
    }
}
