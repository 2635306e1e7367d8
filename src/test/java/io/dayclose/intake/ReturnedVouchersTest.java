package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.delivery.Outbox;
import io.dayclose.run.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A branch gets what was returned, mends cells of the workbook, sends it back, and the records become facts. */
class ReturnedVouchersTest extends CompanyNights {
    @Override
    protected TestHome prepared(TestHome company) {
        return company.reports();
    }

    private static final String SALES = "销售与退货";
    private static final String OPEN =
            "SELECT voucher_key, reason, value FROM voucher WHERE resolved_on IS NULL AND decision = 'RETURNED' ORDER BY 1";

    private void returned() {
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,100.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G999,1,10.00,,10.00,,,,",
                "S3,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S4,1,RETURN,2026-11-22,W001,P005,G001,5,10.00,,50.00,,S3,1,",
                "S5,1,SALE,2026-11-22,W002,,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
    }

    private byte[] workbook(String scope) {
        var id = engine.work()
                .jdbc()
                .queryForObject(
                        "SELECT MAX(outbox_id) FROM outbox WHERE report = 'returned-vouchers' AND scope_code = ?",
                        Long.class,
                        scope);
        return new Outbox(engine.work().jdbc()).workbook(id);
    }

    /** Opens the workbook of a scope as a person does, changes it and drops it into the inbox. */
    private void sentBack(String scope, String name, Consumer<Sheet> hands) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook(scope)))) {
            hands.accept(book.getSheet(SALES));
            var file = folder.resolve("inbox/" + name);
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void mend(Sheet sheet, String document, String title, String text) {
        int column = column(sheet, title);
        for (var row : sheet) {
            if (row.getCell(column(sheet, "单号")).getStringCellValue().equals(document)) {
                row.createCell(column).setCellValue(text);
            }
        }
    }

    private static int column(Sheet sheet, String title) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(title)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + title);
    }

    private RunResult night(String date) {
        return nights.run(date);
    }

    @Test
    void each_branch_gets_its_own_returned_vouchers_and_nobody_else_does() {
        returned();
        assertThat(
                        rows(
                                "SELECT scope_code, recipient FROM outbox JOIN outbox_mail USING (outbox_id) WHERE report = 'returned-vouchers' ORDER BY 1, 2"))
                .containsExactly("B01 east@example.com", "B02 south@example.com", "COMPANY ");
        sentBack("B02", "look.xlsx", sheet -> {
            assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(column(sheet, "单号")).getStringCellValue())
                    .isEqualTo("S5");
            assertThat(sheet.getRow(1).getCell(column(sheet, "待改列")).getStringCellValue())
                    .isEqualTo("网点编码");
        });
    }

    @Test
    void mended_cells_become_facts_and_rows_left_alone_wait_on() {
        returned();
        sentBack("B01", "退回凭证_华东_2026-11-22 (1).xlsx", sheet -> {
            mend(sheet, "S1", "金额", "￥10");
            mend(sheet, "S4", "数量", "1");
            mend(sheet, "S4", "金额", "10.00");
        });
        assertThat(night("2026-11-23").exitCode()).isZero();
        assertThat(rows("SELECT doc_no, kind, quantity, amount, version FROM current_sale ORDER BY 1"))
                .containsExactly("S1 SALE 1 10.00 1", "S3 SALE 1 10.00 1", "S4 RETURN 1 10.00 1");
        assertThat(rows(OPEN)).containsExactly("S2/1 UNKNOWN_PRODUCT G999", "S5/1 NO_CONTRACT W002 (D01)");
        assertThat(
                        rows(
                                "SELECT read_count, accepted, duplicate, returned, refused FROM feed_source WHERE kind = 'MENDED' AND feed = 'sale'"))
                .containsExactly("3 2 1 0 0");
    }

    @Test
    void a_row_mended_in_the_wrong_place_shows_its_new_fault() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> mend(sheet, "S1", "金额", "99"));
        night("2026-11-23");
        assertThat(rows(OPEN)).contains("S1/1 AMOUNT_MISMATCH 99.00");
        assertThat(rows("SELECT DISTINCT first_seen FROM voucher WHERE voucher_key = 'S1/1'"))
                .as("mended and still wrong, it does not become younger")
                .containsExactly("2026-11-22");
        sentBack("B01", "退回凭证.xlsx", sheet -> mend(sheet, "S1", "金额", "10"));
        night("2026-11-24");
        assertThat(rows("SELECT amount FROM current_sale WHERE doc_no = 'S1'")).containsExactly("10.00");
    }

    @Test
    void a_mended_key_takes_its_voucher_along() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> {
            mend(sheet, "S1", "金额", "10");
            mend(sheet, "S1", "单号", "S9");
        });
        night("2026-11-23");
        assertThat(rows("SELECT doc_no FROM current_sale ORDER BY 1")).containsExactly("S3", "S9");
        assertThat(rows(OPEN).toString()).doesNotContain("S1/1", "S9/1");
    }

    @Test
    void an_old_workbook_cannot_undo_a_newer_record() {
        returned();
        home.sales("sale-2.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,");
        night("2026-11-23");
        sentBack("B01", "退回凭证.xlsx", sheet -> {});
        var book = workbookOf22();
        home.write("inbox/keep.txt", "");
        drop(book, "退回凭证_old.xlsx", sheet -> mend(sheet, "S1", "金额", "10"));
        night("2026-11-24");
        assertThat(rows("SELECT amount, version FROM sale WHERE doc_no = 'S1'")).containsExactly("20.00 1");
        assertThat(rows("SELECT voucher_key, decision, value FROM voucher WHERE reason = 'ALREADY_SETTLED'"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("S1/1 REFUSED");
    }

    private byte[] workbookOf22() {
        var id = engine.work()
                .jdbc()
                .queryForObject(
                        "SELECT MIN(outbox_id) FROM outbox WHERE report = 'returned-vouchers' AND scope_code = 'B01'",
                        Long.class);
        return new Outbox(engine.work().jdbc()).workbook(id);
    }

    private void drop(byte[] bytes, String name, Consumer<Sheet> hands) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                var out = Files.newOutputStream(folder.resolve("inbox/" + name))) {
            hands.accept(book.getSheet(SALES));
            book.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void the_same_workbook_twice_is_told_and_one_that_is_none_is_named() throws IOException {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> mend(sheet, "S1", "金额", "10"));
        Files.copy(folder.resolve("inbox/退回凭证.xlsx"), folder.resolve("inbox/退回凭证_2.xlsx"));
        home.write("inbox/退回凭证_bad.xlsx", "no workbook");
        assertThat(night("2026-11-23").exitCode()).isEqualTo(4);
        assertThat(nights.notices().toString()).contains("[DC-403]", "[DC-404]");
        assertThat(rows("SELECT feed, state FROM feed_source WHERE kind = 'MENDED' ORDER BY source_id"))
                .containsExactly("sale DONE", "returned-vouchers DUPLICATE", "returned-vouchers UNREADABLE");
        assertThat(folder.resolve("archive/2026-11-23/returned-vouchers/退回凭证_bad.xlsx"))
                .exists();
    }

    /** A row as it stands, copied to the end of the sheet. */
    private static void copy(Sheet sheet, String document) {
        for (var row : sheet) {
            if (row.getCell(column(sheet, "单号")).getStringCellValue().equals(document)) {
                var copy = sheet.createRow(sheet.getLastRowNum() + 1);
                row.forEach(cell -> copy.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
                return;
            }
        }
    }

    @Test
    void two_workbooks_in_one_night_never_undo_each_other() {
        returned();
        sentBack("B01", "退回凭证 (1).xlsx", sheet -> {
            mend(sheet, "S4", "数量", "1");
            mend(sheet, "S4", "金额", "10.00");
        });
        sentBack("B01", "退回凭证 (2).xlsx", sheet -> mend(sheet, "S1", "金额", "10"));
        assertThat(night("2026-11-23").exitCode()).isZero();
        assertThat(rows("SELECT doc_no FROM current_sale ORDER BY 1")).containsExactly("S1", "S3", "S4");
    }

    @Test
    void a_row_copied_within_the_workbook_counts_once() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> {
            mend(sheet, "S4", "数量", "1");
            mend(sheet, "S4", "金额", "10.00");
            copy(sheet, "S4");
            mend(sheet, "S1", "金额", "11");
            copy(sheet, "S1");
        });
        assertThat(night("2026-11-23").exitCode()).isZero();
        assertThat(rows("SELECT quantity FROM current_sale WHERE doc_no = 'S4'"))
                .containsExactly("1");
        assertThat(rows(OPEN)).contains("S1/1 AMOUNT_MISMATCH 11.00").hasSize(3);
    }

    @Test
    void a_key_that_is_another_records_is_refused_and_both_stay() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> {
            mend(sheet, "S1", "单号", "S3");
            mend(sheet, "S1", "金额", "10");
            mend(sheet, "S2", "单号", "S4");
        });
        assertThat(night("2026-11-23").exitCode()).isZero();
        assertThat(rows("SELECT amount, version FROM sale WHERE doc_no = 'S3'")).containsExactly("10.00 1");
        assertThat(rows(OPEN))
                .containsExactly(
                        "S1/1 AMOUNT_MISMATCH 100.00",
                        "S2/1 UNKNOWN_PRODUCT G999",
                        "S4/1 OVER_RETURNED 5",
                        "S5/1 NO_CONTRACT W002 (D01)");
        assertThat(rows("SELECT voucher_key, expected, branch_code FROM voucher WHERE reason = 'KEY_TAKEN' ORDER BY 1"))
                .containsExactly("S3/1 S1/1 B01", "S4/1 S2/1 B01");
    }

    @Test
    void a_slip_while_mending_costs_the_row_and_never_the_record() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> mend(sheet, "S1", "金额", "-10"));
        night("2026-11-23");
        assertThat(rows(OPEN)).contains("S1/1 AMOUNT_MISMATCH 100.00");
        assertThat(rows("SELECT reason, branch_code, first_seen FROM voucher WHERE decision = 'REFUSED'"))
                .containsExactly("NEGATIVE_NUMBER B01 2026-11-23");
    }

    @Test
    void a_workbook_sent_again_with_one_more_cell_mended_tells_only_what_is_new() {
        returned();
        sentBack("B01", "退回凭证.xlsx", sheet -> mend(sheet, "S1", "金额", "10"));
        var sent = workbook("B01");
        night("2026-11-23");
        drop(sent, "退回凭证 (2).xlsx", sheet -> {
            mend(sheet, "S1", "金额", "10.00");
            mend(sheet, "S2", "商品编码", "G001");
        });
        night("2026-11-24");
        assertThat(rows("SELECT doc_no, version FROM sale ORDER BY 1")).containsExactly("S1 1", "S2 1", "S3 1");
        assertThat(rows("SELECT COUNT(*) FROM voucher WHERE decision = 'REFUSED'"))
                .containsExactly("0");
    }

    @Test
    void remarks_beside_a_row_and_rare_characters_do_no_harm() {
        home.sales("sale-1.csv", "𠮷田,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,100.00,,,,");
        nights.run("2026-11-22");
        sentBack("B01", "退回凭证.xlsx", sheet -> {
            mend(sheet, "𠮷田", "金额", "10");
            sheet.getRow(1).createCell(sheet.getRow(0).getLastCellNum() + 1).setCellValue("已改");
        });
        night("2026-11-23");
        assertThat(rows("SELECT doc_no, amount FROM current_sale")).containsExactly("𠮷田 10.00");
    }

    @Test
    void a_mended_sale_counts_before_a_later_one_of_its_piece_with_a_remark_beside_it_too() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W999,P005,G002,1,1999,,1999,SN1,,,");
        nights.run("2026-11-22");
        sentBack("B01", "退回凭证.xlsx", sheet -> {
            mend(sheet, "S1", "网点编码", "W001");
            sheet.getRow(1).createCell(sheet.getRow(0).getLastCellNum() + 1).setCellValue("已改");
        });
        home.sales("sale-2.csv", "S2,1,SALE,2026-11-23,W001,P005,G002,1,1999,,1999,SN1,,,");
        night("2026-11-23");
        assertThat(rows("SELECT doc_no FROM current_sale")).containsExactly("S1");
        assertThat(rows("SELECT voucher_key, reason FROM voucher WHERE resolved_on IS NULL"))
                .containsExactly("S2/1 SERIAL_SOLD_TWICE");
    }
}
