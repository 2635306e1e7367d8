package io.dayclose.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** One sheet as people make them, its texts shared as their programs do; streamed, which costs half the time. */
final class DemoSheet {
    private final SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, true);
    private final SXSSFSheet sheet = book.createSheet("Sheet1");
    private final CellStyle date = style("yyyy/m/d");
    private final CellStyle time = style("yyyy/m/d h:mm");
    private final List<String> header;

    DemoSheet(String title, List<String> header) {
        this.header = header;
        next().createCell(0).setCellValue(title);
        if (header.size() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, header.size() - 1));
        }
        fill(next(), header.toArray());
    }

    private CellStyle style(String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    void write(List<Object[]> rows, Path file) {
        rows.forEach(row -> fill(next(), row));
        total(rows);
        try (book;
                var out = Files.newOutputStream(file)) {
            book.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Row next() {
        return sheet.createRow(sheet.getLastRowNum() + 1);
    }

    /** The last number of each row, added up; what was typed as text a spreadsheet does not add either. */
    private void total(List<Object[]> rows) {
        var row = next();
        row.createCell(0).setCellValue("合计");
        int column = header.lastIndexOf(header.stream()
                .filter(name -> name.endsWith("数量") || name.endsWith("值") || name.equals("金额"))
                .findFirst()
                .orElse(header.get(header.size() - 1)));
        row.createCell(column)
                .setCellValue(rows.stream()
                        .map(cells -> cells[column])
                        .filter(Number.class::isInstance)
                        .mapToDouble(cell -> ((Number) cell).doubleValue())
                        .sum());
    }

    private void fill(Row row, Object[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                fill(row.createCell(i), cells[i]);
            }
        }
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(time);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
