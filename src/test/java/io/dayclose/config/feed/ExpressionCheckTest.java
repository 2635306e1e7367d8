package io.dayclose.config.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips in a feed's file are named by file, line and word before the first night. */
class ExpressionCheckTest {
    @TempDir
    private Path folder;

    private List<String> problems(String feed, String more) {
        var text = "feed: " + feed + "\nsource: {files: \"x*.csv\"}\nkey: "
                + FeedCatalogue.delivered().schema(feed).orElseThrow().key() + "\n" + more;
        return new TestHome(folder)
                .write("jobs-config/feeds/" + feed + ".yml", text).load().problems().sorted().stream()
                        .map(problem -> problem.text(Language.EN))
                        .toList();
    }

    @Test
    void a_name_that_is_nearly_a_column_or_a_declared_header_is_a_slip() {
        assertThat(problems("sale", """
                columns: {discount: [让利金额]}
                derive:
                  amount: round(unit_prize * quantity, 2)
                  discount: "number(让利金领)"
                """))
                .containsExactly(
                        "jobs-config/feeds/sale.yml:6: expression \"round(unit_prize * quantity, 2)\": \"unit_prize\" is no column and no header named under columns; write \"unit_price\" [DC-141]",
                        "jobs-config/feeds/sale.yml:7: expression \"number(让利金领)\": \"让利金领\" is no column and no header named under columns; write \"让利金额\" [DC-141]");
    }

    @Test
    void any_other_name_may_be_a_header_of_the_files() {
        assertThat(problems("sale", "derive: {amount: \"number(总金额) - number(手续费)\"}\n"))
                .isEmpty();
    }

    @Test
    void a_text_that_is_computed_with_as_it_stands_would_cost_every_row() {
        assertThat(problems("sale", "derive: {amount: \"round(总金额 / 100, 2)\"}\n"))
                .containsExactly(
                        "jobs-config/feeds/sale.yml:4: expression \"round(总金额 / 100, 2)\": \"总金额\" is a text; write number(总金额) to compute with it [DC-144]");
        assertThat(problems("sale", "derive: {amount: \"abs(doc_no)\"}\n"))
                .singleElement()
                .asString()
                .endsWith("\"doc_no\" is a text; write number(doc_no) to compute with it [DC-144]");
        assertThat(problems("sale", "derive: {doc_no: \"doc_no + '-' + 店号\"}\n"))
                .isEmpty();
    }

    @Test
    void functions_and_their_values_are_checked() {
        assertThat(problems("sale", "derive: {amount: \"rond(quantity, 2)\"}\n"))
                .singleElement()
                .asString()
                .startsWith("jobs-config/feeds/sale.yml:4: expression \"rond(quantity, 2)\": there is no \"rond()\"");
        assertThat(problems("sale", "derive: {amount: \"round(quantity)\"}\n"))
                .singleElement()
                .asString()
                .contains("\"round()\" takes 2 values, not 1");
    }

    @Test
    void a_role_may_be_written_in_other_words_and_may_be_ones_own_but_not_nearly_a_known_one() {
        assertThat(problems("person", "words: {role: {店长: STORE_DIRECTOR, 督导: SUPERVISOR}}\n"))
                .isEmpty();
        assertThat(problems("person", "words: {role: {店长: STORE_DIRECTR}}\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "jobs-config/feeds/person.yml:4: \"STORE_DIRECTR\" is not possible here; write GENERAL_MANAGER, ");
    }

    @Test
    void a_pattern_that_reads_no_date_is_a_problem() {
        assertThat(problems("sale", "layout: {dates: [\"d/M/yyyy hh:mm\"]}\n"))
                .containsExactly(
                        "jobs-config/feeds/sale.yml:4: \"d/M/yyyy hh:mm\" is not a date pattern (hh needs a, or write HH); write one such as yyyy-MM-dd HH:mm:ss [DC-121]");
    }
}
