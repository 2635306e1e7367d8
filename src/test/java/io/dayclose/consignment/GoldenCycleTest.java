package io.dayclose.consignment;

import static io.dayclose.consignment.GoldenCycle.AS_OF;
import static io.dayclose.consignment.GoldenCycle.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden mini-cycle of reconciliation.md 3c, to the cent. */
class GoldenCycleTest {
    @TempDir
    private static Path folder;

    private static CarrierCompany company;

    @BeforeAll
    static void run_the_cycle() {
        company = GoldenCycle.company(folder).run();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    private static BigDecimal sum(String what, String column) {
        return ShownRow.sum(company.show(what, AS_OF), column);
    }

    @Test
    void the_statement_is_that_of_the_text() {
        var head = GoldenCycle.statement().head();
        assertThat(List.of(head.get("line_count"), head.get("gross"), head.get("fee"), head.get("net")))
                .containsExactly("11", "8919.60", "30.41", "8889.19");
    }

    @Test
    void the_opening_state_is_400_open_on_w00_and_250_in_suspense() {
        assertThat(company.receivables("SF", OPENING)).containsExactly("W00 600.00 400.00 PARTIAL");
        assertThat(company.breaks("SF", OPENING)).containsExactly("SHORT W00 400.00", "UNKNOWN_WAYBILL X1 250.00");
        assertThat(company.suspense("SF", OPENING)).containsExactly("X1 250.00");
    }

    @Test
    void every_receivable_is_settled_short_cancelled_or_open_as_in_the_text() {
        assertThat(company.receivables("SF", AS_OF))
                .containsExactly(
                        "W00 1000.00 0.00 SETTLED",
                        "W01 1000.00 0.00 SETTLED",
                        "W02 1200.00 0.00 SETTLED",
                        "W03 800.00 0.00 SETTLED",
                        "W04 500.00 0.00 SETTLED",
                        "W05 600.00 0.00 SETTLED",
                        "W06 0.00 0.00 CANCELLED",
                        "W07 0.00 2000.00 DUE",
                        "W08 1500.00 0.00 SETTLED",
                        "W09 250.00 50.00 PARTIAL",
                        "W10 600.00 0.00 SETTLED",
                        "W11 0.00 0.00 CANCELLED",
                        "W12 450.00 0.00 SETTLED",
                        "X1 250.00 0.00 SETTLED");
        assertThat(company.show("receivables", AS_OF))
                .allMatch(row -> row.get("kind").equals("COD"));
    }

    @Test
    void what_was_refused_and_returned_is_an_adjustment_of_the_gross() {
        assertThat(company.show("receivables", AS_OF).stream()
                        .filter(row -> row.amount("adjusted").signum() != 0)
                        .map(row -> row.text("subject", "gross", "adjusted"))
                        .sorted())
                .containsExactly("W05 900.00 -300.00", "W06 700.00 -700.00", "W11 1000.00 -1000.00");
    }

    @Test
    void a_receivable_is_due_on_the_pay_day_of_the_cycle_of_its_delivery() {
        assertThat(company.receivable("W07", AS_OF).text("due_on", "cycle")).isEqualTo("2026-11-20 2026-11-H1");
        assertThat(company.receivable("W00", AS_OF).text("due_on", "cycle")).isEqualTo("2026-11-05 2026-10-H2");
        assertThat(company.receivable("X1", AS_OF).text("due_on", "cycle")).isEqualTo("2026-11-05 2026-10-H2");
    }

    @Test
    void every_difference_is_one_break_of_its_type() {
        assertThat(company.breaks("SF", AS_OF))
                .containsExactly(
                        "DUPLICATE_LINE W10 600.00",
                        "FEE_VARIANCE W12 3.65",
                        "GOODS_NOT_BACK W11 1000.00",
                        "NOT_REMITTED W07 2000.00",
                        "PAID_REFUSED W06 700.00",
                        "SHORT W09 50.00",
                        "UNKNOWN_WAYBILL X2 320.00");
        assertThat(company.oneBreak("NOT_REMITTED", "SF", AS_OF).text("first_seen", "age_days"))
                .isEqualTo(AS_OF + " 4");
    }

    @Test
    void breaks_of_the_night_before_are_cleared_by_what_came() {
        assertThat(company.allBreaks("SF", AS_OF).stream()
                        .filter(row -> !row.isOpen())
                        .map(row -> row.text("type", "subject", "first_seen", "state"))
                        .sorted())
                .containsExactly("SHORT W00 2026-11-23 AUTO_CLEARED", "UNKNOWN_WAYBILL X1 2026-11-23 AUTO_CLEARED");
    }

    @Test
    void suspense_holds_the_refused_the_unknown_and_the_duplicate() {
        assertThat(company.suspense("SF", AS_OF)).containsExactly("W06 700.00", "W10 600.00", "X2 320.00");
        assertThat(company.show("suspense", AS_OF))
                .allMatch(row -> row.get("since").equals(AS_OF));
    }

    @Test
    void the_sums_are_those_of_the_text() {
        var before = ShownRow.sum(company.show("receivables", OPENING), "settled");
        assertThat(sum("receivables", "gross")).isEqualTo("12200.00");
        assertThat(sum("receivables", "adjusted")).isEqualTo("-2000.00");
        assertThat(sum("receivables", "settled").subtract(before))
                .as("7299.60 lines, 250 out of suspense, 0.40 tolerance")
                .isEqualTo("7550.00");
        assertThat(sum("receivables", "written_off")).isEqualTo("0.00");
        assertThat(sum("receivables", "open")).isEqualTo("2050.00");
        assertThat(sum("suspense", "amount")).isEqualTo("1620.00");
    }

    @Test
    void the_gap_between_ours_and_theirs_is_the_sum_of_named_breaks() {
        var ours = sum("receivables", "gross")
                .add(sum("receivables", "adjusted"))
                .subtract(ShownRow.sum(company.show("receivables", OPENING), "settled"))
                .subtract(new BigDecimal("250.00"));
        assertThat(ours).isEqualTo("9350.00");
        var gap = ours.subtract(GoldenCycle.statement().sum("gross"));
        assertThat(gap).isEqualTo("430.40");
        assertThat(sum("receivables", "open").add(new BigDecimal("0.40")).subtract(sum("suspense", "amount")))
                .isEqualTo(gap);
    }
}
