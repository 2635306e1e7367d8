package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.Layout;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.text.Language;
import io.dayclose.text.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    private final Noticed noticed = new Noticed();
    private final Cells cells = cells(Map.of());

    private Cells cells(Map<String, Map<String, String>> words) {
        var layout = new Layout(',', '.', "auto", List.of(), 10, words, Layout.Frame.BY_SIGHT);
        return new Cells(layout, Locality.NONE, noticed);
    }

    private static Column column(String feed, String name) {
        var schema = FeedCatalogue.delivered().schema(feed).orElseThrow();
        return schema.columns().get(schema.index(name));
    }

    private Object read(String feed, String name, String cell) {
        return cells.parse(column(feed, name), SpreadsheetQuoting.text(cell));
    }

    private List<String> remarks() {
        return noticed.remarks().stream()
                .map(remark -> new Problem("f", remark.message(), remark.values()).text(Language.EN))
                .toList();
    }

    @Test
    void marks_that_keep_a_text_a_text_are_taken_off() {
        assertThat(List.of(
                        SpreadsheetQuoting.text("=\"00123\""),
                        SpreadsheetQuoting.text("=\"a \"\"b\"\"\""),
                        SpreadsheetQuoting.text("'00123"),
                        SpreadsheetQuoting.text("`00123"),
                        SpreadsheetQuoting.text("'00123'"),
                        SpreadsheetQuoting.text("\u00A0=\"\u300000123 \"\u2007"),
                        SpreadsheetQuoting.text("=\"'7\"")))
                .containsExactly("00123", "a \"b\"", "00123", "00123", "00123", "00123", "7");
        assertThat(List.of(
                        SpreadsheetQuoting.text("=\"\""), SpreadsheetQuoting.text("'"), SpreadsheetQuoting.text("` ")))
                .containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"a\"&\"b\"", "'Main' Street", "V1.0", "O'Neill", "a`b", "=A1"})
    void marks_that_belong_to_the_text_stay(String text) {
        assertThat(SpreadsheetQuoting.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1001.0,1001", "1001.00,1001", "1.10,1.10", "V1.0,V1.0", "-5.0,-5.0", "00123,00123", "A\u00A01,A 1"})
    void a_code_from_a_column_of_numbers_loses_its_fraction_of_noughts(String written, String meant) {
        assertThat(read("sale", "product_code", written)).isEqualTo(meant);
    }

    @Test
    void the_fraction_is_told_once_with_an_example() {
        read("sale", "product_code", "1001.0");
        read("sale", "product_code", "1002.0");
        assertThat(remarks())
                .containsExactly(
                        "f: column product_code came from a column of numbers: \"1001.0\" is read as \"1001\"; format the column as text at the source, or leading zeros are lost [DC-434]");
    }

    private void assertFault(String feed, String name, String cell, Fault fault) {
        assertThatThrownBy(() -> read(feed, name, cell))
                .isInstanceOfSatisfying(UnreadableCell.class, unreadable -> assertThat(unreadable.in(name, cell))
                        .as(cell)
                        .isEqualTo(fault));
    }

    @Test
    void a_character_that_nobody_sees_is_named_in_whatever_must_be_exact() {
        for (var unseen : Map.of("\u200B", "U+200B", "\u202D", "U+202D", "\uFE0F", "U+FE0F", "\u3164", "U+3164")
                .entrySet()) {
            for (var column : List.of("doc_no", "line_no", "business_date", "amount", "kind")) {
                var cell = "1" + unseen.getKey();
                assertFault("sale", column, cell, new Fault(Reason.BAD_CHARACTER, column, cell, unseen.getValue()));
            }
        }
        assertThat(read("branch", "name", "华\u200B东")).isEqualTo("华\u200B东");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=A1*B1", "=SUM(A1:A3)", "=\"a\"&\"b\"", "=+A1", "\uFFFFA1*B1"})
    void a_formula_is_no_value_of_any_column(String cell) {
        for (var column : List.of("doc_no", "amount", "quantity", "sold_at", "kind")) {
            assertFault("sale", column, cell, new Fault(Reason.FORMULA_UNSOLVED, column, cell));
        }
        assertFault("branch", "name", cell, new Fault(Reason.FORMULA_UNSOLVED, "name", cell));
    }

    @ParameterizedTest
    @CsvSource({"Y,Y", "y,Y", "Yes,Y", "TRUE,Y", "1,Y", "１,Y", "是,Y", "n,N", "no,N", "false,N", "0,N", "否,N"})
    void yes_and_no_in_the_words_of_everybody(String written, String meant) {
        assertThat(read("sale", "void", written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"sale,SALE", "Ｓａｌｅ,SALE", "Return,RETURN"})
    void case_and_width_do_not_make_another_word(String written, String meant) {
        assertThat(read("sale", "kind", written)).isEqualTo(meant);
    }

    @Test
    void declared_words_come_first_and_two_that_differ_only_in_case_are_taken_as_written() {
        var kind = column("sale", "kind");
        var words = cells(Map.of("kind", Map.of("vk", "SALE", "VK", "RETURN", "rück", "RETURN", "sale", "RETURN")));
        assertThat(words.parse(kind, "vk")).isEqualTo("SALE");
        assertThat(words.parse(kind, "VK")).isEqualTo("RETURN");
        assertThat(words.parse(kind, "RÜCK")).isEqualTo("RETURN");
        assertThat(words.parse(kind, "sale")).isEqualTo("RETURN");
        assertThat(words.parse(kind, "SALE")).isEqualTo("SALE");
        assertThatThrownBy(() -> words.parse(kind, "Vk")).hasMessage("NOT_IN_LIST");
    }

    @Test
    void a_role_in_other_words_is_one_of_ours_and_a_strange_one_is_taken_in_and_told() {
        var role = column("person", "role");
        var words = cells(Map.of("role", Map.of("店长", "STORE_DIRECTOR", "督导", "SUPERVISOR")));
        assertThat(words.parse(role, "店长")).isEqualTo("STORE_DIRECTOR");
        assertThat(words.parse(role, "seller")).isEqualTo("SELLER");
        assertThat(words.parse(role, "督导")).isEqualTo("SUPERVISOR");
        assertThat(words.parse(role, "SUPERVISOR")).isEqualTo("SUPERVISOR");
        assertThat(remarks()).isEmpty();
        assertThat(words.parse(role, "出纳")).isEqualTo("出纳");
        assertThat(words.parse(role, "Fahrer")).isEqualTo("Fahrer");
        assertThat(words.parse(role, "出纳")).isEqualTo("出纳");
        assertThat(remarks())
                .containsExactly(
                        "f: column role: 出纳, Fahrer is none of the words that reports, plans and bonuses know (GENERAL_MANAGER, SALES_DIRECTOR, BRANCH_MANAGER, STORE_DIRECTOR, SELLER, PROMOTER, TECHNICIAN, CHANNEL, FINANCE); taken in as it is, write under words in the feed's file what it means [DC-435]");
    }
}
