package io.dayclose.report.workbook;

import io.dayclose.config.Report.ReportColumn;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.jspecify.annotations.Nullable;

/** The figures of the first sheet: six large ones beside each other, those that are left in small lines below. Numbers are numbers. */
final class CoverFigures {
    private static final int CARDS = 6;
    private static final int FIRST_POINTS = 18;
    private static final int POINTS = 14;
    private static final int COLUMNS_OF_A_CARD = 2;
    private static final int REST_IN_A_ROW = 3;
    private static final int COLUMNS_OF_THE_REST = 4;

    private final CoverSheet sheet;
    private final Language language;
    private final String symbol;

    /** @param symbol of the company's currency */
    CoverFigures(CoverSheet sheet, Language language, String symbol) {
        this.sheet = sheet;
        this.symbol = symbol;
        this.language = language;
    }

    void write(Map<ReportColumn, @Nullable Object> figures) {
        if (figures.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(figures.keySet());
        var cards = all.subList(0, Math.min(CARDS, all.size()));
        var titles = sheet.newRow();
        var values = sheet.newRow();
        titles.setHeightInPoints(20);
        values.setHeightInPoints(34);
        for (int i = 0; i < cards.size(); i++) {
            card(titles, i, sheet.styles().cardTitle())
                    .setCellValue(cards.get(i).title().in(language));
            put(card(values, i, figure(cards.get(i), i == 0)), cards.get(i), figures);
        }
        sheet.skip();
        rest(all.subList(cards.size(), all.size()), figures);
    }

    private CellStyle figure(ReportColumn column, boolean first) {
        return sheet.styles().cardFigure(first ? FIRST_POINTS : POINTS, Styles.figureFormat(column.type(), symbol));
    }

    private XSSFCell card(XSSFRow row, int nth, CellStyle style) {
        return wide(row, nth * COLUMNS_OF_A_CARD, COLUMNS_OF_A_CARD, style);
    }

    private XSSFCell wide(XSSFRow row, int from, int columns, CellStyle style) {
        for (int column = from; column < from + columns; column++) {
            row.createCell(column).setCellStyle(style);
        }
        if (columns > 1) {
            sheet.merge(row.getRowNum(), from, from + columns - 1);
        }
        return row.getCell(from);
    }

    private void rest(List<ReportColumn> columns, Map<ReportColumn, @Nullable Object> figures) {
        for (int from = 0; from < columns.size(); from += REST_IN_A_ROW) {
            var row = sheet.newRow();
            for (int i = from; i < Math.min(columns.size(), from + REST_IN_A_ROW); i++) {
                int at = (i - from) * COLUMNS_OF_THE_REST;
                var column = columns.get(i);
                wide(row, at, COLUMNS_OF_THE_REST - 1, sheet.styles().restTitle())
                        .setCellValue(column.title().in(language));
                put(
                        wide(
                                row,
                                at + COLUMNS_OF_THE_REST - 1,
                                1,
                                sheet.styles().restFigure(Styles.figureFormat(column.type(), symbol))),
                        column,
                        figures);
            }
        }
        if (!columns.isEmpty()) {
            sheet.skip();
        }
    }

    private void put(XSSFCell cell, ReportColumn column, Map<ReportColumn, @Nullable Object> figures) {
        var value = figures.get(column);
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Long whole) {
            cell.setCellValue(whole);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else {
            cell.setCellValue(value == null ? "–" : SafeText.of(column.named(value.toString(), language)));
        }
    }
}
