package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.run.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Nights with files as people and their programs make them. What is in them comes in; what is left out is told. */
class PeoplesFilesTest extends CompanyNights {
    private static final List<String> HEADER = List.of(
            "doc_no",
            "line_no",
            "kind",
            "business_date",
            "outlet_code",
            "product_code",
            "quantity",
            "unit_price",
            "amount");
    private static final String TABLE = String.join(",", HEADER) + "\n%s,1,SALE,2026-11-22,W001,G001,1,10.00,10.00\n";
    private static final String FACTS = "SELECT doc_no, line_no, amount FROM sale ORDER BY 1, 2";

    @Override
    protected TestHome prepared(TestHome company) {
        return company.write(
                "jobs-config/feeds/sale.yml", "feed: sale\nsource: {files: \"sale*\"}\nkey: [doc_no, line_no]\n");
    }

    private void drop(String name, byte[] bytes) {
        try {
            var file = folder.resolve("inbox/" + name);
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void drop(String name, String text) {
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private RunResult night() {
        return nights.run("2026-11-22");
    }

    private static byte[] book(Consumer<XSSFWorkbook> content) {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void row(Sheet sheet, int at, Object... cells) {
        var row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (cells[i] != null) {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    private static Sheet table(XSSFWorkbook book, String name) {
        var sheet = book.createSheet(name);
        row(sheet, 0, HEADER.toArray());
        return sheet;
    }

    private static void sale(Sheet sheet, int at, String document, int line) {
        row(sheet, at, document, line, "SALE", "2026-11-22", "W001", "G001", 1, 10, 10);
    }

    @Test
    void the_kind_of_a_file_is_told_by_its_bytes_and_not_by_its_name() throws IOException {
        drop("sale-16.csv", TABLE.formatted("K1").getBytes(StandardCharsets.UTF_16));
        drop("sale-semicolons.txt", TABLE.formatted("K2").replace(',', ';'));
        drop(
                "sale-page.xls",
                "<table><tr><td>"
                        + TABLE.formatted("K3")
                                .strip()
                                .replace("\n", "</td></tr><tr><td>")
                                .replace(",", "</td><td>") + "</td></tr></table>");
        drop("sale-zip.CSV.ZIP", zip("销售.csv", TABLE.formatted("K4")));
        drop("sale-book.csv", book(book -> sale(table(book, "s"), 1, "K5", 1)));
        drop("sale-padded.csv", TABLE.formatted("K6") + "\0".repeat(300));
        drop("sale-picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var result = night();
        assertThat(rows(FACTS))
                .containsExactly("K1 1 10.00", "K2 1 10.00", "K3 1 10.00", "K4 1 10.00", "K5 1 10.00", "K6 1 10.00");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(nights.notices())
                .contains(
                        "archive/2026-11-22/sale/sale-picture.csv: this is a picture; export the table itself; ask the sender for the file again [DC-404]");
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void every_visible_sheet_with_the_header_is_read_and_its_rows_are_shown_with_its_name() {
        drop("sale-shops.xlsx", book(book -> {
            row(book.createSheet("说明"), 0, "本表由各店填写");
            sale(table(book, "W001"), 1, "T1", 1);
            var second = table(book, "W002");
            sale(second, 1, "T1", 2);
            row(second, 2, "T2", 1, "SALE", "2026-11-22", "W999", "G001", 1, 10, 10);
            book.setSheetHidden(book.getSheetIndex(table(book, "old")), true);
            sale(book.getSheet("old"), 1, "T9", 1);
        }));
        night();
        assertThat(rows(FACTS)).containsExactly("T1 1 10.00", "T1 2 10.00");
        assertThat(rows("SELECT p.source, p.line, v.reason FROM voucher v JOIN voucher_place p USING (voucher_id)"))
                .containsExactly("sale-shops.xlsx · W002 3 UNKNOWN_OUTLET");
        assertThat(nights.notices())
                .contains(
                        "archive/2026-11-22/sale/sale-shops.xlsx: sheets that do not have the feed's header were not read: 说明; if they hold records, correct their header [DC-431]");
    }

    @Test
    void the_same_key_on_two_sheets_is_returned_with_the_others_sheet_and_line() {
        drop("sale-shops.xlsx", book(book -> {
            sale(table(book, "W001"), 1, "D1", 1);
            row(table(book, "W002"), 1, "D1", 1, "SALE", "2026-11-22", "W001", "G001", 2, 10, 20);
        }));
        night();
        assertThat(
                        rows(
                                "SELECT p.source, p.line, v.reason, v.expected FROM voucher v JOIN voucher_place p USING (voucher_id) ORDER BY 1"))
                .containsExactly(
                        "sale-shops.xlsx · W001 2 DUPLICATE_KEY W002:2",
                        "sale-shops.xlsx · W002 2 DUPLICATE_KEY W001:2");
    }

    @Test
    void a_merged_cell_holds_for_its_rows_and_a_formula_without_its_value_is_returned() {
        drop("sale-1.xlsx", book(book -> {
            var sheet = table(book, "s");
            sale(sheet, 1, "M1", 1);
            sale(sheet, 2, "", 2);
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            row(sheet, 3, "M2", 1, "SALE", "2026-11-22", "W001", "G001", 1, 10);
            sheet.getRow(3).createCell(8).setCellFormula("G4*H4");
        }));
        night();
        assertThat(rows(FACTS)).containsExactly("M1 1 10.00", "M1 2 10.00");
        assertThat(rows("SELECT voucher_key, reason, column_name, value FROM voucher"))
                .containsExactly("M2/1 FORMULA_UNSOLVED amount =G4*H4");
    }

    @Test
    void a_merged_amount_is_money_once_and_the_rows_below_it_are_returned() {
        drop("sale-1.xlsx", book(book -> {
            var sheet = table(book, "s");
            sale(sheet, 1, "A1", 1);
            row(sheet, 2, "A1", 2, "SALE", "2026-11-22", "W001", "G001", 1, 10);
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 8, 8));
        }));
        night();
        assertThat(rows(FACTS)).containsExactly("A1 1 10.00");
        assertThat(rows("SELECT voucher_key, reason, column_name FROM voucher"))
                .containsExactly("A1/2 MISSING_VALUE amount");
    }

    @Test
    void titles_and_closing_rows_are_counted_and_a_record_whose_end_is_missing_is_none_of_them() {
        drop("sale-1.csv", "门店日报\n制表：王\n" + TABLE.formatted("C1") + "合计,,,,,,1,,10.00\n以下无数据\n");
        drop("sale-2.csv", TABLE.formatted("C2") + "C3,1,SALE,2026-11-2");
        night();
        assertThat(rows(FACTS)).containsExactly("C1 1 10.00", "C2 1 10.00");
        assertThat(rows("SELECT source_line, reason FROM voucher")).containsExactly("3 UNREADABLE_ROW");
        assertThat(nights.notices())
                .contains(
                        "archive/2026-11-22/sale/sale-1.csv: 2 rows are no records and were left out, the first in line 6: \"以下无数据\"; if one of them is a record, fill in its key [DC-430]");
    }

    @Test
    void sums_below_the_records_are_nothing_to_tell_of() {
        drop("sale-1.csv", TABLE.formatted("C1") + "合计,,,,,,1,,10.00\n");
        night();
        assertThat(rows(FACTS)).containsExactly("C1 1 10.00");
        assertThat(nights.notices()).isEmpty();
    }

    @Test
    void sums_are_left_out_whatever_fills_their_row_and_a_further_header_is_read_by() {
        drop(
                "sale-1.csv",
                TABLE.formatted("G1") + "合计,1,SALE,2026-11-22,W001,G001,1,10.00,10.00\nW001 合计,,,,,,1,,10.00\n"
                        + String.join(",", HEADER).replace("unit_price,amount", "amount,unit_price")
                        + "\nG2,1,SALE,2026-11-22,W001,G001,2,20.00,10.00\n");
        drop(
                "sale-2.csv",
                TABLE.formatted("G3")
                        + "G4,1,SALE,2026-11-22,W001,G001,1,10.00,\"10.00\nG5,1,SALE,2026-11-22,W001,G001,1,10.00,10.00\n");
        night();
        assertThat(rows(FACTS)).containsExactly("G1 1 10.00", "G2 1 20.00", "G3 1 10.00", "G5 1 10.00");
        assertThat(rows("SELECT source_line, reason FROM voucher")).containsExactly("3 UNREADABLE_ROW");
    }

    @Test
    void a_header_one_slip_away_from_a_missing_column_ends_the_night_with_code_4() {
        var header = String.join(",", HEADER) + ",Seler code\n";
        drop("sale-1.csv", header + "H1,1,SALE,2026-11-22,W001,G001,1,10.00,10.00,P005\n");
        var result = night();
        assertThat(rows(FACTS)).containsExactly("H1 1 10.00");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.problems().get(0).text(Language.EN))
                .isEqualTo(
                        "run: 2026-11-22: headers that are nearly those of missing columns were not read: sale-1.csv: Seler code → seller_code; correct them or name them under columns, then run the night again with --reason [DC-432]");
    }

    @Test
    void headers_differ_in_blanks_case_and_width_without_being_others() {
        drop(
                "sale-1.csv",
                TABLE.formatted("W1")
                        .replace("doc_no", " Doc_No\u00A0")
                        .replace("amount", "ＡＭＯＵＮＴ")
                        .replace("quantity", "\"quan\ntity\""));
        night();
        assertThat(rows(FACTS)).containsExactly("W1 1 10.00");
    }

    @Test
    void what_systems_leave_behind_is_left_alone() {
        drop("~$sale-1.xlsx", new byte[] {5, 'A', 'n', 'n'});
        drop("sale-2.csv.crdownload", "half");
        drop("Thumbs.db", "x");
        drop("sale-1.csv", TABLE.formatted("L1"));
        assertThat(night().exitCode()).isZero();
        assertThat(rows(FACTS)).containsExactly("L1 1 10.00");
        assertThat(nights.notices()).isEmpty();
    }

    @Test
    void a_line_or_a_row_without_end_costs_its_file_and_the_night_goes_on() {
        drop("sale-1.csv", TABLE.formatted("E1") + "x".repeat(5 << 20));
        drop("sale-2.csv", TABLE.formatted("E2") + ",".repeat(600) + "x\n");
        drop("sale-3.csv", TABLE.formatted("E3"));
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(rows("SELECT name, state FROM feed_source WHERE kind = 'FILE' AND feed = 'sale' ORDER BY 1"))
                .containsExactly("sale-1.csv UNREADABLE", "sale-2.csv UNREADABLE", "sale-3.csv DONE");
        assertThat(rows(FACTS)).contains("E3 1 10.00");
    }
}
