package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cells, numbers, dates, words and expressions as people write them, through a whole night. */
@Tag("file")
class PeoplesCellsTest extends CompanyNights {
    private static final String HEADER =
            "doc_no,line_no,kind,business_date,outlet_code,product_code,quantity,unit_price,amount\n";
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, column_name, value, expected FROM voucher ORDER BY source_line";

    private void night(String lines) {
        home.write("inbox/sale-1.csv", HEADER + lines);
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
    }

    private void saleFeed(String more) {
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\n" + more);
        restart();
    }

    @Test
    void texts_that_a_spreadsheet_was_kept_from_changing_are_themselves() {
        night("""
                ="0B1","1",SALE,2026-11-22,="W001",G001,1,10.00,10.00
                "=""0B2\""",1,sale,2026年11月22日,'W001,`G001,１,￥10.00,10.00元
                '0B3,1,SALE,2026.11.22 8:05,W001,G001,2.000,5,"(10.00)"
                """);
        assertThat(rows("SELECT doc_no, line_no, outlet_code, quantity, amount FROM sale ORDER BY 1"))
                .containsExactly("0B1 1 W001 1 10.00", "0B2 1 W001 1 10.00");
        assertThat(rows(OPEN)).containsExactly("0B3/1 REFUSED NEGATIVE_NUMBER amount -10.00 ≥ 0");
    }

    @Test
    void blanks_make_no_second_sale_and_what_nobody_sees_is_named() {
        night("""
                B4,1,SALE,2026-11-22,W001,G001,1,10.00,10.00
                B4\u00A0,1,SALE,2026-11-22,\u3000W001\u202F,G001,1,10.00,10.00
                B4\u200B,1,SALE,2026-11-22,W001,G001,1,10.00,10.00
                """);
        assertThat(rows("SELECT doc_no, amount FROM sale")).containsExactly("B4 10.00");
        assertThat(rows("SELECT duplicate FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly("1");
        assertThat(rows(OPEN)).containsExactly("B4\u200B/1 REFUSED BAD_KEY doc_no B4\u200B U+200B");
    }

    @Test
    void a_fraction_of_a_piece_is_returned_and_a_number_for_a_code_is_told_once() {
        night("""
                B5,1,SALE,2026-11-22,W001,G001,1.5,10.00,15.00
                1001.0,1,SALE,2026-11-22,W001,G001,2.000,10.00,20.00
                1002.0,1,SALE,2026-11-22,W001,G001,1,10.00,10.00
                """);
        assertThat(rows("SELECT doc_no, quantity FROM sale ORDER BY 1")).containsExactly("1001 2", "1002 1");
        assertThat(rows(OPEN)).containsExactly("B5/1 RETURNED NOT_WHOLE quantity 1.5 1, 2");
        assertThat(nights.notices().stream().filter(notice -> notice.contains("[DC-434]")))
                .singleElement()
                .asString()
                .contains("sale-1.csv: column doc_no came from a column of numbers: \"1001.0\" is read as \"1001\"");
    }

    @Test
    void an_offset_moves_a_sale_to_the_day_it_was_for_the_company() {
        night("B6,1,SALE,2026-11-21T18:30:00Z,W001,G001,1,10.00,10.00\n");
        assertThat(rows("SELECT doc_no, business_date FROM sale")).containsExactly("B6 2026-11-22");
    }

    @Test
    void an_empty_cell_or_one_without_a_result_costs_its_own_row_and_says_so() {
        saleFeed("""
                derive:
                  business_date: date(sold_at)
                  unit_price: round(amount / quantity, 4)
                """);
        home.write("inbox/sale-1.csv", """
                doc_no,line_no,kind,sold_at,outlet_code,product_code,quantity,amount
                B7,1,SALE,2026-11-22 10:00:00,W001,G001,2,19.00
                B8,1,SALE,,W001,G001,2,19.00
                B9,1,SALE,2026-11-22 10:00:00,W001,G001,0,19.00
                """);
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
        assertThat(rows("SELECT doc_no, business_date, unit_price = 9.5 FROM sale"))
                .containsExactly("B7 2026-11-22 1");
        assertThat(rows(OPEN))
                .containsExactly(
                        "B8/1 RETURNED MISSING_VALUE business_date  date(sold_at); sold_at = ''",
                        "B9/1 RETURNED BAD_DERIVED_VALUE unit_price amount = 19.00, quantity = 0 round(amount / quantity, 4): 19.00 / 0");
    }

    @Test
    void a_name_that_the_header_lacks_costs_the_file_until_the_feed_is_mended() {
        saleFeed("derive: {amount: \"number(Summe) * 2\"}\n");
        home.write("inbox/sale-1.csv", HEADER + "B10,1,SALE,2026-11-22,W001,G001,2,9.50,19.00\n");
        assertThat(nights.run("2026-11-22").exitCode()).isEqualTo(4);
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("sale-1.csv: column \"Summe\" of feed sale"));
        assertThat(rows("SELECT state FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly("UNREADABLE");
        assertThat(rows("SELECT COUNT(*) FROM voucher")).containsExactly("0");
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\nderive: {amount: \"unit_price * quantity\"}\n");
        reopen();
        assertThat(nights.again("2026-11-22", "feed mended").exitCode()).isZero();
        assertThat(rows("SELECT doc_no, amount FROM sale")).containsExactly("B10 19.00");
    }

    @Test
    void bills_with_a_backtick_before_every_cell_are_read_with_and_without_taking_it_off_by_hand() {
        home.feeds("receipt").write("jobs-config/feeds/receipt.yml", """
                feed: receipt
                source: {files: "wx-*.csv"}
                key: [receipt_no]
                columns: {reference: [商户订单号]}
                derive:
                  receipt_no: 微信订单号.substring(1)
                  received_on: date(交易时间)
                  amount: 总金额.substring(1)
                  payer_kind: "'DEALER'"
                  payer_code: text(商户号)
                """);
        restart();
        home.write("inbox/wx-1.csv", """
                交易时间,商户号,微信订单号,商户订单号,总金额
                `2026-11-22 09:01:02,`D01,`4200000000000000000000000001,`M1,`12.50
                `2026-11-22 09:11:02,`D01,`4200000000000000000000000002,`M2,`7.50
                """);
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
        assertThat(rows("SELECT receipt_no, received_on, payer_code, reference, amount FROM receipt ORDER BY 1"))
                .containsExactly(
                        "4200000000000000000000000001 2026-11-22 D01 M1 12.50",
                        "4200000000000000000000000002 2026-11-22 D01 M2 7.50");
    }

    @Test
    void people_are_taken_in_by_the_roles_their_company_calls_them() throws IOException {
        home.write(
                "jobs-config/feeds/person.yml",
                "feed: person\nsource: {files: \"person-*.csv\"}\nkey: [person_code, valid_from]\nwords: {role: {店长: STORE_DIRECTOR}}\n");
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,role\nP101,甲,B01,店长\nP102,乙,B01,出纳\nP103,丙,B01,Seller\n");
        Files.move(
                folder.resolve("inbox/person-1.csv"),
                folder.resolve("person-1.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        restart();
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
        assertThat(rows("SELECT person_code, role FROM person WHERE person_code LIKE 'P10%' ORDER BY 1"))
                .containsExactly("P101 STORE_DIRECTOR", "P102 出纳", "P103 SELLER");
        assertThat(nights.notices().stream().filter(notice -> notice.contains("[DC-435]")))
                .singleElement()
                .asString()
                .contains("column role: 出纳 is none of the words");
    }
}
