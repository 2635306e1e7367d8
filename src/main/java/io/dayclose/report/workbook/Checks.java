package io.dayclose.report.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The hidden sheet that compares every live total with the sum of the query itself. */
final class Checks {
    private final List<Check> checks = new ArrayList<>();

    /** @param lastRow the last detail row as people count them */
    record Check(String sheet, String column, String letter, int lastRow, BigDecimal sum) {}

    void add(Check check) {
        checks.add(check);
    }

    void write(Book book) {
        if (checks.isEmpty()) {
            return;
        }
        var sheet = book.sheet("_check");
        var header = sheet.createRow(0);
        var titles = List.of("sheet", "column", "formula", "query", "difference");
        for (int i = 0; i < titles.size(); i++) {
            header.createCell(i).setCellValue(titles.get(i));
        }
        for (int i = 0; i < checks.size(); i++) {
            var check = checks.get(i);
            var row = sheet.createRow(i + 1);
            row.createCell(0).setCellValue(check.sheet());
            row.createCell(1).setCellValue(check.column());
            var quoted = "'" + check.sheet().replace("'", "''") + "'";
            row.createCell(2)
                    .setCellFormula(
                            "SUM(%s!%s2:%s%d)".formatted(quoted, check.letter(), check.letter(), check.lastRow()));
            row.createCell(3).setCellValue(check.sum().doubleValue());
            row.createCell(4).setCellFormula("ROUND(C%d-D%d,2)".formatted(i + 2, i + 2));
        }
        book.shellOf(sheet).getCTWorksheet().getDimension().setRef("A1:E" + (checks.size() + 1));
        book.workbook().setSheetHidden(book.workbook().getSheetIndex(sheet), true);
    }
}
