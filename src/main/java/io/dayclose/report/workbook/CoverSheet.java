package io.dayclose.report.workbook;

import io.dayclose.text.CellWidth;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The first sheet as paper: twelve narrow columns, written from top to bottom. */
final class CoverSheet {
    static final int COLUMNS = 12;
    private static final int COLUMN_CHARACTERS = 11;

    /** What of a sentence stands in one line of the page. */
    private static final int LINE_UNITS = 105;

    private static final float LINE_POINTS = 21;
    private static final int COLUMNS_OF_A_CELL = 3;

    private final Book book;
    private final XSSFSheet sheet;
    private final CellStyle plain;
    private final CellStyle bold;
    private int next;

    CoverSheet(Book book, String name) {
        this.book = book;
        sheet = book.cover(name);
        plain = book.styles().words(10, false, false);
        bold = book.styles().words(10, true, false);
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < COLUMNS; i++) {
            sheet.setColumnWidth(i, COLUMN_CHARACTERS * 256);
        }
    }

    XSSFSheet sheet() {
        return sheet;
    }

    Styles styles() {
        return book.styles();
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle bold() {
        return bold;
    }

    CellStyle header() {
        return book.styles().headerStyle();
    }

    CellStyle style(int points, boolean isBold, boolean grey) {
        return book.styles().words(points, isBold, grey);
    }

    int next() {
        return next;
    }

    void skip() {
        next++;
    }

    void goOnAt(int row) {
        next = row;
    }

    XSSFRow newRow() {
        var row = sheet.getRow(next) == null ? sheet.createRow(next) : sheet.getRow(next);
        next++;
        return row;
    }

    XSSFRow words(CellStyle style, String text) {
        var row = newRow();
        put(row, 0, text, style);
        return row;
    }

    void heading(String text) {
        words(style(13, true, false), text);
    }

    /** A sentence over the whole width of the page, in as many lines as it needs. */
    void sentence(String text, CellStyle style) {
        var wrapped = sheet.getWorkbook().createCellStyle();
        wrapped.cloneStyleFrom(style);
        wrapped.setWrapText(true);
        var row = newRow();
        put(row, 0, text, wrapped);
        merge(row.getRowNum(), 0, COLUMNS - 1);
        row.setHeightInPoints(LINE_POINTS * (1 + CellWidth.of(text) / LINE_UNITS));
    }

    /** A row of a little table; each of its cells is three columns wide. */
    void row(CellStyle style, String... cells) {
        var row = newRow();
        for (int i = 0; i < cells.length; i++) {
            int from = i * COLUMNS_OF_A_CELL;
            for (int column = from; column < from + COLUMNS_OF_A_CELL; column++) {
                row.createCell(column).setCellStyle(style);
            }
            put(row, from, cells[i], style);
            merge(row.getRowNum(), from, from + COLUMNS_OF_A_CELL - 1);
        }
    }

    void merge(int row, int from, int to) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
    }

    XSSFCell cell(int row, int column, String text, CellStyle style) {
        return put(sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row), column, text, style);
    }

    private static XSSFCell put(XSSFRow row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(SafeText.of(text));
        cell.setCellStyle(style);
        return cell;
    }
}
