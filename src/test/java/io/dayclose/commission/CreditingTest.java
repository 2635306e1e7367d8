package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which plans pay a line, of those that would. */
class CreditingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-10");

    /** Its name, what it pays by, and its group with its priority in it; fixed amounts are paid whatever is sold. */
    private static Plan plan(String text) {
        var words = text.split(" ");
        var rate = words[1].equals("fixed") ? "{fixed: 800}" : "{per-unit: 30}";
        var exclusive = words.length == 2 ? "" : ", exclusive: {group: " + words[2] + ", priority: " + words[3] + "}";
        var plan = Plans.plan("  - {from: 2026-01-01, payee: seller, rate: " + rate + exclusive + "}\n");
        return new Plan(words[0], plan.title(), plan.kind(), plan.versions());
    }

    private static Line line(boolean isReturn, Optional<Line.Key> original) {
        return new Line(
                new Line.Key("S1", 1),
                DAY,
                isReturn,
                original,
                new Line.Worth(new BigDecimal("100.00"), 1, null),
                null,
                Map.of(Trait.CHANNEL, "OWN"),
                Map.of(Payee.SELLER, "P1"));
    }

    private static Crediting.Result credited(String plans) {
        var all = Arrays.stream(plans.split(", ")).map(CreditingTest::plan).toList();
        return new Crediting(all).of(line(false, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a unit g 1, b unit g 5; b",
                "b unit g 5, a unit g 1; b",
                "b unit g 5, a unit g 5; a",
                "a unit g 5, b unit h 1; a b",
                "b unit g 0, a unit; a b",
                "a unit g 5, b unit; a b",
                "a fixed g 5, b unit g 1; a b",
                "a unit g 5, b fixed g 1; a b",
                "a fixed g 5, b unit g 3, c unit g 1; a b",
            })
    void of_one_group_the_highest_priority_pays_a_line_and_of_equals_the_first_by_name(String plans, String paying) {
        assertThat(credited(plans).credits().stream()
                        .map(credit -> credit.account().plan())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(paying);
    }

    @Test
    void a_line_that_only_counts_for_fixed_amounts_is_paid_by_no_plan() {
        assertThat(credited("a fixed").missing()).isEqualTo(Map.of("", NotCredited.NO_PLAN));
        assertThat(credited("a fixed, b unit").missing()).isEmpty();
    }

    @Test
    void a_share_of_a_discount_is_a_sale_that_names_the_line_that_bears_it() {
        var bearer = Optional.of(new Line.Key("S1", 2));
        assertThat(List.of(
                        line(false, bearer).isShare(),
                        line(true, bearer).isShare(),
                        line(false, Optional.empty()).isShare(),
                        line(true, Optional.empty()).isShare()))
                .containsExactly(true, false, false, false);
    }
}
