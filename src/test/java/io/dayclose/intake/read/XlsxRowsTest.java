package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as people make them. */
class XlsxRowsTest {
    @TempDir
    private Path folder;

    private Path book(Consumer<Sheet> content) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            content.accept(book.createSheet("明细"));
            book.write(out);
        }
        return file;
    }

    private static void row(Sheet sheet, int at, Object... values) {
        var row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (values[i] instanceof LocalDate date) {
                styled(row.createCell(i), "yyyy-mm-dd").setCellValue(date);
            } else if (values[i] instanceof LocalDateTime time) {
                styled(row.createCell(i), "yyyy/m/d h:mm").setCellValue(time);
            } else if (values[i] instanceof Boolean flag) {
                row.createCell(i).setCellValue(flag);
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }

    private static org.apache.poi.ss.usermodel.Cell styled(org.apache.poi.ss.usermodel.Cell cell, String format) {
        Workbook book = cell.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    private static Wanted wanted(int megabytes) {
        return new Wanted(
                TableSigns.of(names -> names.contains("单号")),
                Layout.CANONICAL.upTo(megabytes),
                Optional.empty(),
                row -> false);
    }

    private static List<String> read(Path file) throws IOException {
        var lines = new ArrayList<String>();
        try (var rows = Rows.open(file, wanted(10))) {
            lines.add(String.join("|", rows.header()));
            for (var row = rows.next(); row != null; row = rows.next()) {
                lines.add(row.line() + ":" + (row.damaged() ? "damaged " : "") + String.join("|", row.cells()));
            }
        }
        return lines;
    }

    @Test
    void titles_above_totals_below_and_blank_rows_are_no_records() throws IOException {
        var file = book(sheet -> {
            row(sheet, 0, "华东分公司 11 月销售");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            row(sheet, 1, "制表人：王芳");
            row(sheet, 3, "单号", " 数量 ", "金额");
            row(sheet, 4, "S1", 2, 19.9);
            row(sheet, 5, "小计", 2, 19.9);
            row(sheet, 7, "S2", 1);
            row(sheet, 8, "S3", 1, 5, "beyond the header");
            row(sheet, 9, null, "合 计：", 24.9);
        });
        assertThat(read(file))
                .containsExactly("单号|数量|金额", "5:S1|2|19.9", "8:S2|1|", "9:damaged S3|1|5|beyond the header");
    }

    @Test
    void numbers_dates_flags_and_texts_are_what_the_sheet_shows() throws IOException {
        var file = book(sheet -> {
            row(sheet, 0, "单号", "a", "b", "c", "d", "e");
            row(
                    sheet,
                    1,
                    "007",
                    0.1 + 0.2,
                    LocalDate.parse("2026-11-22"),
                    LocalDateTime.parse("2026-11-22T14:30"),
                    true,
                    "￥1,234.50");
            row(sheet, 2, 12345, 123456789012345L, -3, 1.0E18, false, "行 1\n行 2");
            styled(sheet.getRow(2).getCell(0), "00000000");
        });
        assertThat(read(file))
                .containsExactly(
                        "单号|a|b|c|d|e",
                        "2:007|0.3|2026-11-22|2026-11-22 14:30:00|Y|￥1,234.50",
                        "3:00012345|123456789012345|-3|1E+18|N|行 1\n行 2");
    }

    @Test
    void a_formula_gives_its_last_result_and_an_error_stays_visible() throws IOException {
        var file = book(sheet -> {
            row(sheet, 0, "单号", "a", "b");
            row(sheet, 1, "S1");
            sheet.getRow(1).createCell(1).setCellFormula("1+1");
            sheet.getRow(1).getCell(1).setCellValue(2);
            sheet.getRow(1).createCell(2).setCellErrorValue((byte) 0x2A);
        });
        assertThat(read(file)).containsExactly("单号|a|b", "2:S1|2|#N/A");
    }

    @Test
    void a_workbook_over_the_limit_or_damaged_is_refused_in_one_line() throws IOException {
        var file = book(sheet -> row(sheet, 0, "单号"));
        assertThatThrownBy(() -> Rows.open(file, wanted(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("the workbook is larger than 0 MB (layout: max-mb)");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
    }
}
