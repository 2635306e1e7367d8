package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.expression.BadExpression;
import io.dayclose.config.expression.Expression;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeriveTest {
    private static final Locality SHANGHAI = new Locality(ZoneId.of("Asia/Shanghai"), Language.EN);

    @TempDir
    private Path folder;

    private static final String FOREIGN = """
            feed: sale
            source: {files: "*.csv"}
            key: [doc_no, line_no]
            columns: {doc_no: [InvoiceNo], product_code: [StockCode], quantity: [Quantity], unit_price: [UnitPrice], sold_at: [InvoiceDate], outlet_code: [Country]}
            derive:
              kind: "quantity < 0 ? 'RETURN' : 'SALE'"
              line_no: occurrence(doc_no)
              business_date: date(sold_at)
              quantity: abs(quantity)
              amount: %s
            """;

    private Feed feed(String amount) {
        return new TestHome(folder)
                .write("jobs-config/feeds/sale.yml", FOREIGN.formatted(amount))
                .home()
                .feeds()
                .get(0);
    }

    private static final List<String> HEADER =
            List.of("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "Country");

    private static SourceRow row(String... cells) {
        return new SourceRow(2, cells, false);
    }

    private static String text(Feed feed, Parsed parsed, String column) {
        return parsed.canonicalTexts()[feed.schema().index(column)];
    }

    @Test
    void expressions_see_the_row_as_read_not_each_others_results() {
        var feed = feed("round(abs(quantity * unit_price), 2)");
        var translator = Translator.of(feed, HEADER, SHANGHAI);
        var parsed = translator.translate(row("C1", "G1", "x", "-3", "2010-12-01 08:26:00", "0.3333", "UK"));
        assertThat(parsed.faults()).isEmpty();
        assertThat(text(feed, parsed, "kind")).isEqualTo("RETURN");
        assertThat(text(feed, parsed, "quantity")).isEqualTo("3");
        assertThat(text(feed, parsed, "amount")).isEqualTo("1.00");
        assertThat(text(feed, parsed, "business_date")).isEqualTo("2010-12-01");
    }

    @Test
    void occurrence_counts_the_rows_of_a_document_also_those_passed_over() {
        var feed = feed("round(quantity * unit_price, 2)");
        var translator = Translator.of(feed, HEADER, SHANGHAI);
        var row = row("C1", "G1", "x", "3", "2010-12-01 08:26:00", "0.3333", "UK");
        translator.skip(row);
        assertThat(text(feed, translator.translate(row), "line_no")).isEqualTo("2");
    }

    @Test
    void a_cell_that_cannot_be_read_is_the_fault_not_the_expression_that_reads_it() {
        var feed = feed("round(abs(quantity * unit_price), 2)");
        var parsed = Translator.of(feed, HEADER, SHANGHAI)
                .translate(row("C1", "G1", "x", "three", "2010-12-01 08:26:00", "0.3333", "UK"));
        assertThat(parsed.faults()).contains(new Fault(Reason.BAD_NUMBER, "quantity", "three"));
    }

    private Fault only(String expression, String quantity, String price) {
        var feed = feed("\"" + expression + "\"");
        var parsed = Translator.of(feed, HEADER, SHANGHAI)
                .translate(row("`C1", "G1", "x", quantity, "2010-12-01 08:26:00", price, "UK"));
        assertThat(parsed.faults()).hasSize(1);
        return parsed.faults().get(0);
    }

    @Test
    void an_expression_that_fails_is_told_with_its_operation_and_the_cells_it_reads() {
        assertThat(only("round(unit_price / quantity, 4)", "0", "12.00"))
                .isEqualTo(new Fault(
                        Reason.BAD_DERIVED_VALUE,
                        "amount",
                        "unit_price = 12.00, quantity = 0",
                        "round(unit_price / quantity, 4): 12.00 / 0"));
        assertThat(only("number(Description)", "1", "1").expected()).isEqualTo("number(Description): number('x')");
        assertThat(only("Description.substring(2)", "1", "1").expected())
                .isEqualTo("Description.substring(2): 'x'.substring(2)");
    }

    @Test
    void a_header_is_seen_as_it_stands_a_column_by_its_value() {
        var feed = feed("\"InvoiceNo.length() * 10 + doc_no.length()\"");
        var parsed = Translator.of(feed, HEADER, SHANGHAI)
                .translate(row("`C1\u00A0", "G1", "x", "3", "2010-12-01 08:26:00", "1", "UK"));
        assertThat(text(feed, parsed, "amount")).isEqualTo("32.00");
        assertThat(text(feed, parsed, "doc_no")).isEqualTo("C1");
    }

    @Test
    void a_column_left_empty_by_an_expression_remembers_which_and_of_what() {
        var feed = feed("quantity * unit_price");
        var parsed = Translator.of(feed, HEADER, SHANGHAI).translate(row("C1", "G1", "x", "3", "", "1", "UK"));
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.emptied())
                .containsExactly(java.util.Map.entry("business_date", "date(sold_at); sold_at = ''"));
    }

    @Test
    void a_result_is_no_text_of_the_file_so_the_files_decimal_comma_does_not_count() {
        var feed = new TestHome(folder)
                .write(
                        "jobs-config/feeds/sale.yml",
                        FOREIGN.formatted("\"quantity * unit_price\"") + "layout: {decimal: \",\", delimiter: \";\"}\n")
                .home()
                .feeds()
                .get(0);
        var parsed = Translator.of(feed, HEADER, SHANGHAI)
                .translate(row("C1", "G1", "x", "3", "2010-12-01 08:26:00", "1.000,50", "UK"));
        assertThat(parsed.faults()).isEmpty();
        assertThat(text(feed, parsed, "amount")).isEqualTo("3001.50");
    }

    @Test
    void a_formula_without_a_value_costs_the_row_that_reads_it_and_no_other() {
        var feed = feed("\"number(Description) * 1\"");
        var translator = Translator.of(feed, HEADER, SHANGHAI);
        var unread = translator.translate(row("C1", "\uFFFFA1&B1", "2", "3", "2010-12-01 08:26:00", "1", "UK"));
        assertThat(unread.faults()).containsExactly(new Fault(Reason.FORMULA_UNSOLVED, "product_code", "=A1&B1"));
        var read = translator.translate(row("C1", "G1", "\uFFFFA1*2", "3", "2010-12-01 08:26:00", "1", "UK"));
        assertThat(read.faults()).containsExactly(new Fault(Reason.FORMULA_UNSOLVED, "Description", "=A1*2"));
        var plain = Translator.of(feed("quantity"), HEADER, SHANGHAI)
                .translate(row("C1", "G1", "\uFFFFA1*2", "3", "2010-12-01 08:26:00", "1", "UK"));
        assertThat(plain.faults()).isEmpty();
    }

    @Test
    void a_name_that_no_header_of_the_source_has_is_told_before_a_row_is_read() {
        assertThat(Translator.of(feed("\"quantity * number(Rabatt)\""), HEADER, SHANGHAI)
                        .unnamed())
                .contains("Rabatt");
        assertThat(Translator.of(feed("quantity * unit_price"), HEADER, SHANGHAI)
                        .unnamed())
                .isEmpty();
    }

    @Test
    void two_places_that_count_occurrences_do_not_count_each_others() {
        var feed = feed("occurrence(doc_no)");
        var translator = Translator.of(feed, HEADER, SHANGHAI);
        var row = row("C1", "G1", "x", "3", "2010-12-01 08:26:00", "1", "UK");
        assertThat(text(feed, translator.translate(row), "line_no")).isEqualTo("1");
        var second = translator.translate(row);
        assertThat(text(feed, second, "line_no")).isEqualTo("2");
        assertThat(text(feed, second, "amount")).isEqualTo("2.00");
    }

    @Test
    void expressions_reach_no_types_objects_beans_or_other_methods_neither_when_checked_nor_when_compiled() {
        for (var attack : List.of(
                "T(java.lang.Runtime).getRuntime()",
                "new java.io.File('x')",
                "@bean",
                "#root",
                "doc_no.getClass()",
                "''.class",
                "doc_no = 'x'",
                "{1, 2}",
                "doc_no matches '(a+)+'",
                "9 ^ 9 ^ 9")) {
            assertThat(problems(attack))
                    .as(attack)
                    .hasSize(1)
                    .first()
                    .asString()
                    .matches("DC-1(12|42)");
            assertThatThrownBy(() -> Expression.of(attack)).as(attack).isInstanceOf(BadExpression.class);
        }
    }

    private List<String> problems(String expression) {
        return new TestHome(folder)
                        .write("jobs-config/feeds/sale.yml", FOREIGN.formatted("\"" + expression + "\""))
                        .load()
                        .problems()
                        .sorted()
                        .stream()
                        .map(problem -> problem.message().code())
                        .toList();
    }
}
