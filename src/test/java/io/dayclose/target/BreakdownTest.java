package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.target.Breakdown.Place;
import io.dayclose.target.Parts.Child;
import io.dayclose.target.Parts.Finding;
import io.dayclose.target.Parts.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Targets of those below, by hand. */
class BreakdownTest {
    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static Child given(String code, String own) {
        return new Child(code, Optional.of(money(own)), money("99999"));
    }

    private static Child sold(String code, String history) {
        return new Child(code, Optional.empty(), money(history));
    }

    private static Scope scope(String code) {
        return switch (code.charAt(0)) {
            case 'B' -> Scope.of("BRANCH", code);
            case 'W' -> Scope.of("OUTLET", code);
            case 'P' -> Scope.of("PERSON", code);
            default -> Scope.of("COMPANY", code);
        };
    }

    private static Place place(String code, String parent, String own, String history) {
        return new Place(
                scope(code),
                parent.isEmpty() ? Optional.empty() : Optional.of(scope(parent)),
                own.isEmpty() ? Optional.empty() : Optional.of(money(own)),
                money(history));
    }

    /** 1000 − 400 = 600, shared 1 : 2 : 0. */
    @Test
    void own_targets_stay_and_the_rest_goes_by_what_the_others_brought() {
        var parts = Parts.of(
                money("1000"), List.of(given("A", "400"), sold("B", "50"), sold("C", "100"), sold("D", "-30")), 2);
        assertThat(parts.targets())
                .isEqualTo(
                        Map.of("A", money("400.00"), "B", money("200.00"), "C", money("400.00"), "D", money("0.00")));
        assertThat(parts.finding()).isEmpty();
    }

    @Test
    void the_odd_fen_goes_to_the_first_of_equals() {
        assertThat(Parts.of(money("100"), List.of(sold("A", "1"), sold("B", "1"), sold("C", "1")), 2)
                        .targets())
                .isEqualTo(Map.of("A", money("33.34"), "B", money("33.33"), "C", money("33.33")));
    }

    @Test
    void where_nobody_brought_anything_all_have_the_same() {
        assertThat(Parts.of(money("9"), List.of(sold("A", "0"), sold("B", "-5")), 0)
                        .targets())
                .isEqualTo(Map.of("A", money("5"), "B", money("4")));
    }

    @Test
    void own_targets_above_the_whole_leave_nothing_and_it_is_told() {
        var parts = Parts.of(money("1000"), List.of(given("A", "700"), given("B", "350.5"), sold("C", "9")), 2);
        assertThat(parts.targets()).isEqualTo(Map.of("A", money("700.00"), "B", money("350.50"), "C", money("0.00")));
        assertThat(parts.finding()).contains(new Finding(Kind.OVER, money("50.50")));
    }

    @Test
    void what_nobody_is_left_to_take_is_told() {
        assertThat(Parts.of(money("1000"), List.of(given("A", "700"), given("B", "200")), 2)
                        .finding())
                .contains(new Finding(Kind.LEFT_OVER, money("100.00")));
        assertThat(Parts.of(money("1000"), List.of(), 2).finding()).isEmpty();
    }

    /**
     * 1000 of the company: B1 has 600 of its own, B2 the other 400. B1's outlets sold 1 : 3, so 150 and 450; W1's people have 100
     * given and 50 left. B2's only outlet was given 500: over by 100. W9 stands alone, P9 was given something anyway.
     */
    @Test
    void a_company_by_branches_outlets_and_persons() {
        var breakdown = Breakdown.of(
                List.of(
                        place("P1", "W1", "100", "0"),
                        place("P2", "W1", "", "7"),
                        place("W1", "B1", "", "10"),
                        place("W2", "B1", "", "30"),
                        place("W3", "B2", "500", "1"),
                        place("P3", "W3", "", "1"),
                        place("B1", "COMPANY", "600", "0"),
                        place("B2", "COMPANY", "", "0"),
                        place("P8", "W9", "", "5"),
                        place("P9", "W9", "20", "5"),
                        place("COMPANY", "", "1000", "0")),
                2);
        assertThat(breakdown.targets().toString())
                .isEqualTo("{COMPANY COMPANY=1000.00, BRANCH B1=600.00,"
                        + " BRANCH B2=400.00, OUTLET W1=150.00,"
                        + " OUTLET W2=450.00, OUTLET W3=500.00,"
                        + " PERSON P1=100.00, PERSON P2=50.00,"
                        + " PERSON P3=500.00, PERSON P9=20.00}");
        assertThat(breakdown.findings()).isEqualTo(Map.of(scope("B2"), new Finding(Kind.OVER, money("100.00"))));
    }

    @Test
    void parts_add_up_and_who_brought_more_never_gets_less() {
        long seed = Long.getLong("target.seed", 20261126L);
        System.out.println("by persons: -Dtarget.seed=" + seed);
        var dice = new Random(seed);
        for (int time = 0; time < 1_000; time++) {
            var children = new ArrayList<Child>();
            for (int each = 1 + dice.nextInt(12); each > 0; each--) {
                var own = dice.nextInt(3) == 0
                        ? Optional.of(BigDecimal.valueOf(dice.nextInt(200_000), 2))
                        : Optional.<BigDecimal>empty();
                children.add(new Child("P" + each, own, BigDecimal.valueOf(dice.nextInt(100_000) - 10_000, 2)));
            }
            var whole = BigDecimal.valueOf(dice.nextInt(1_000_000), 2);
            var parts = Parts.of(whole, children, 2);
            var off = parts.finding()
                    .map(finding -> finding.kind() == Kind.OVER
                            ? finding.amount()
                            : finding.amount().negate())
                    .orElse(BigDecimal.ZERO);
            assertThat(Amounts.sum(parts.targets().values()))
                    .as("seed %d, time %d", seed, time)
                    .isEqualByComparingTo(whole.add(off));
            assertMonotone(children, parts);
        }
    }

    private static void assertMonotone(List<Child> children, Parts parts) {
        var others = children.stream().filter(child -> child.own().isEmpty()).toList();
        for (var one : others) {
            for (var other : others) {
                if (one.history().compareTo(other.history()) > 0
                        && one.history().signum() > 0) {
                    assertThat(parts.targets().get(one.code()))
                            .isGreaterThanOrEqualTo(parts.targets().get(other.code()));
                }
            }
        }
    }
}
