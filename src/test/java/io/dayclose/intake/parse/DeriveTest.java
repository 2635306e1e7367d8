package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.expression.EvaluationException;

class DeriveTest {
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
        var translator = Translator.of(feed, HEADER);
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
        var translator = Translator.of(feed, HEADER);
        var row = row("C1", "G1", "x", "3", "2010-12-01 08:26:00", "0.3333", "UK");
        translator.skip(row);
        assertThat(text(feed, translator.translate(row), "line_no")).isEqualTo("2");
    }

    @Test
    void a_cell_that_cannot_be_read_is_the_fault_not_the_expression_that_reads_it() {
        var feed = feed("round(abs(quantity * unit_price), 2)");
        var parsed = Translator.of(feed, HEADER)
                .translate(row("C1", "G1", "x", "three", "2010-12-01 08:26:00", "0.3333", "UK"));
        assertThat(parsed.faults()).contains(new Fault(Reason.BAD_NUMBER, "quantity", "three"));
    }

    @Test
    void expressions_reach_no_other_methods() {
        for (var attack : List.of("doc_no.getClass()", "''.class")) {
            var feed = feed("\"" + attack + "\"");
            var parsed =
                    Translator.of(feed, HEADER).translate(row("C1", "G1", "x", "3", "2010-12-01 08:26:00", "1", "UK"));
            assertThat(parsed.faults()).as(attack).extracting(Fault::reason).containsExactly(Reason.BAD_DERIVED_VALUE);
        }
    }

    @Test
    void types_objects_and_beans_are_refused_when_the_home_is_read_and_again_when_a_row_is() {
        for (var attack : List.of("T(java.lang.Runtime).getRuntime()", "new java.io.File('x')", "@bean")) {
            assertThat(new TestHome(folder)
                            .write("jobs-config/feeds/sale.yml", FOREIGN.formatted("\"" + attack + "\""))
                            .load()
                            .problems()
                            .sorted())
                    .as(attack)
                    .extracting(problem -> problem.message().code())
                    .containsExactly("DC-112");
            var scope = new RowScope(feed("quantity").schema(), java.util.Map.of(), new Cells(Layout.CANONICAL));
            assertThatThrownBy(() -> new Expressions().value(Expressions.parse(attack), scope))
                    .as(attack)
                    .isInstanceOf(EvaluationException.class);
        }
    }
}
