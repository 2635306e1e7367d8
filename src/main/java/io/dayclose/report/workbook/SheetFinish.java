package io.dayclose.report.workbook;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.Color;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** What a sheet gets once its rows are there. */
final class SheetFinish {
    private final Book book;
    private final SXSSFSheet sheet;
    private final Sheet definition;
    private final Language language;

    SheetFinish(Book book, SXSSFSheet sheet, Sheet definition, Language language) {
        this.book = book;
        this.sheet = sheet;
        this.definition = definition;
        this.language = language;
    }

    /** @param next the first row after the details */
    void finish(int next, BigDecimal[] sums, int[] widths) {
        int last = definition.columns().size() - 1;
        boolean rows = next > 1;
        int lastRow = rows ? totals(next, sums) ? next : next - 1 : nothing();
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(next - 1, 0), 0, last));
        for (int i = 0; i <= last; i++) {
            int wanted = definition.columns().get(i).width();
            sheet.setColumnWidth(i, Widths.stored(wanted > 0 ? wanted - 3 : widths[i]));
            if (rows) {
                highlight(definition.columns().get(i), new CellRangeAddress(1, next - 1, i, i));
            }
        }
        if (definition.mend()) {
            markFaults(next, last);
        }
        print();
        book.shellOf(sheet)
                .getCTWorksheet()
                .getDimension()
                .setRef("A1:" + new CellReference(lastRow, last).formatAsString());
    }

    /** A sheet without rows says so, unless people write into it. */
    private int nothing() {
        if (definition.column("decide").isPresent()) {
            return 0;
        }
        var cell = sheet.createRow(1).createCell(0);
        cell.setCellValue(Texts.of(language).format("report.nothing"));
        cell.setCellStyle(book.styles().of(CellType.TEXT));
        return 1;
    }

    /** Live sums that follow the filter, each with its figure stored, and checked on the hidden sheet. */
    private boolean totals(int next, BigDecimal[] sums) {
        var totalled = definition.columns().stream().anyMatch(ReportColumn::total);
        if (!totalled) {
            return false;
        }
        var row = sheet.createRow(next);
        for (int i = 0; i < sums.length; i++) {
            var column = definition.columns().get(i);
            var cell = row.createCell(i);
            cell.setCellStyle(book.styles().totalOf(column.type()));
            if (column.total()) {
                var letter = CellReference.convertNumToColString(i);
                cell.setCellFormula("SUBTOTAL(109,%s2:%s%d)".formatted(letter, letter, next));
                cell.setCellValue(sums[i].doubleValue());
                book.checks()
                        .add(new Checks.Check(
                                sheet.getSheetName(), column.title().in(language), letter, next, sums[i]));
            } else if (i == 0) {
                cell.setCellValue(Texts.of(language).format("report.total"));
            }
        }
        return true;
    }

    private void highlight(ReportColumn column, CellRangeAddress range) {
        var formatting = (XSSFSheetConditionalFormatting) sheet.getSheetConditionalFormatting();
        var ranges = new CellRangeAddress[] {range};
        if (column.bar()) {
            formatting.addConditionalFormatting(
                    ranges, formatting.createConditionalFormattingRule(new XSSFColor(Styles.BAR, null)));
        }
        column.color().ifPresent(color -> mark(formatting, ranges, color));
    }

    private static void mark(XSSFSheetConditionalFormatting formatting, CellRangeAddress[] ranges, Color color) {
        color.below()
                .ifPresent(bound -> mark(
                        formatting,
                        ranges,
                        formatting.createConditionalFormattingRule(ComparisonOperator.LT, bound.toPlainString()),
                        IndexedColors.RED));
        color.above()
                .ifPresent(bound -> mark(
                        formatting,
                        ranges,
                        formatting.createConditionalFormattingRule(ComparisonOperator.GT, bound.toPlainString()),
                        IndexedColors.GREEN));
    }

    private static void mark(
            XSSFSheetConditionalFormatting formatting,
            CellRangeAddress[] ranges,
            ConditionalFormattingRule rule,
            IndexedColors color) {
        rule.createFontFormatting().setFontColorIndex(color.getIndex());
        formatting.addConditionalFormatting(ranges, rule);
    }

    /** The cell under the title that the row names as the one to mend. */
    private void markFaults(int next, int last) {
        var formatting = (XSSFSheetConditionalFormatting) sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingRule("C$1=$B2");
        var fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(IndexedColors.ROSE.getIndex());
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(1, next - 1, 2, last)}, rule);
    }

    private void print() {
        PrintSetup.landscape(sheet);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }
}
