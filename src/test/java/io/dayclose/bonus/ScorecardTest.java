package io.dayclose.bonus;

import static io.dayclose.bonus.Bonuses.card;
import static io.dayclose.bonus.Bonuses.delivered;
import static io.dayclose.bonus.Bonuses.manager;
import static io.dayclose.bonus.Bonuses.only;
import static io.dayclose.bonus.Bonuses.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.bonus.ScopeKind;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scorecards, worked out by hand. */
class ScorecardTest {
    private static final String B01 = "BRANCH B01";

    /** Scores 110.00, 50.00, 50.00, 66.67: total 77.33, multiple (77.33 − 60) ÷ 20 × 0.8 = 0.6932. */
    private static TestFigures november() {
        return new TestFigures()
                .actual(B01, "net-amount", "1100000")
                .target(B01, "net-amount", "1000000")
                .actual(B01, "collection", "950000")
                .target(B01, "collection", "1000000")
                .actual(B01, "stock-days", "45")
                .actual(B01, "satisfaction", "80")
                .actual(B01, "expense-ratio", "1.05");
    }

    @Test
    void a_manager_s_bonus_follows_from_four_scores_by_weight() {
        var line = only(sheet(delivered("branch-manager"), november(), manager("P001")));
        assertThat(line.readings())
                .filteredOn(reading -> reading.kind() == TracedFigure.Kind.SCORE)
                .extracting(reading -> reading.result().orElseThrow().toPlainString())
                .containsExactly("110.00", "50.00", "50.00", "66.67");
        assertThat(line.score()).contains(new BigDecimal("77.33"));
        assertThat(line.multiple()).contains(new BigDecimal("0.693200"));
        assertThat(line.amount()).isEqualTo("3466.00");
        assertThat(line.reason()).isEmpty();
    }

    @Test
    void beyond_the_ends_of_a_curve_nothing_is_won_or_lost() {
        var figures = november()
                .actual(B01, "net-amount", "1500000")
                .actual(B01, "collection", "2000000")
                .actual(B01, "stock-days", "12")
                .actual(B01, "satisfaction", "95");
        var best = only(sheet(delivered("branch-manager"), figures, manager("P001")));
        assertThat(best.score()).contains(new BigDecimal("108.00"));
        assertThat(best.amount()).isEqualTo("6000.00");
        var worst = only(sheet(
                delivered("branch-manager"),
                figures.actual(B01, "net-amount", "-20")
                        .actual(B01, "collection", "0")
                        .actual(B01, "stock-days", "400")
                        .actual(B01, "satisfaction", "0"),
                manager("P001")));
        assertThat(worst.score()).contains(new BigDecimal("0.00"));
        assertThat(worst.amount()).isEqualTo("0.00");
        assertThat(worst.reason()).isEqualTo("SCORE_TOO_LOW");
    }

    @Test
    void a_gate_that_is_not_met_gives_nothing_and_says_both_figures() {
        var line = only(
                sheet(delivered("branch-manager"), november().actual(B01, "expense-ratio", "1.0501"), manager("P001")));
        assertThat(line.amount()).isEqualTo("0.00");
        assertThat(line.score()).contains(new BigDecimal("77.33"));
        assertThat(line.reason()).isEqualTo("GATE_UNMET expense-ratio 1.0501 > 1.05");
    }

    @ParameterizedTest
    @CsvSource({
        "89, 0.00",
        "90, 0.00",
        "95, 25.00",
        "99.98, 49.90",
        "100, 100.00",
        "110, 110.00",
        "120, 120.00",
        "121, 120.00"
    })
    void on_a_step_the_later_point_holds(String actual, String score) {
        var figures = new TestFigures().actual(B01, "net-amount", actual).target(B01, "net-amount", "100");
        var bonus = card("target", "[[0.90, 0], [1.00, 50], [1.00, 100], [1.20, 120]]");
        assertThat(only(sheet(bonus, figures, manager("P001"))).score()).contains(new BigDecimal(score));
    }

    @Test
    void a_step_at_the_first_point_is_low_before_and_high_from_there_on() {
        var bonus = card("value", "[[60, 0], [60, 100]]");
        var figures = new TestFigures();
        assertThat(only(sheet(bonus, figures.actual(B01, "net-amount", "59.9999"), manager("P001")))
                        .score())
                .contains(new BigDecimal("0.00"));
        assertThat(only(sheet(bonus, figures.actual(B01, "net-amount", "60"), manager("P001")))
                        .score())
                .contains(new BigDecimal("100.00"));
    }

    @Test
    void attainment_is_compared_unrounded() {
        var bonus = card("target", "[[0.666666666, 0], [0.666666667, 0], [0.666666667, 100]]");
        var figures = new TestFigures().actual(B01, "net-amount", "2").target(B01, "net-amount", "3");
        assertThat(only(sheet(bonus, figures, manager("P001"))).score()).contains(new BigDecimal("0.00"));
        figures.actual(B01, "net-amount", "2.000000001");
        assertThat(only(sheet(bonus, figures, manager("P001"))).score()).contains(new BigDecimal("100.00"));
    }

    @Test
    void a_score_is_rounded_half_up_and_the_printed_total_is_what_pays() {
        var bonus = card("value", "[[0, 0], [1, 100]]");
        var line = only(sheet(bonus, new TestFigures().actual(B01, "net-amount", "0.66665"), manager("P001")));
        assertThat(line.score()).contains(new BigDecimal("66.67"));
        assertThat(line.amount()).isEqualTo("6667.00");
    }

    @Test
    void the_amount_comes_from_the_exact_multiple() {
        var bonus = Bonuses.read("""
                bonus: card
                versions:
                  - from: 2026-01-01
                    participants: {role: [BRANCH_MANAGER]}
                    scorecard: [{metric: net-amount, weight: 100, against: value, curve: [[0, 0], [100, 100]]}]
                    amount: {base: 5000, multiple: [[0, 0], [75, 1]]}
                    approval: [finance]
                """);
        var line = only(sheet(bonus, new TestFigures().actual(B01, "net-amount", "50"), manager("P001")));
        assertThat(line.multiple()).contains(new BigDecimal("0.666667"));
        assertThat(line.amount()).isEqualTo("3333.33");
    }

    @Test
    void what_is_missing_is_named_with_its_scope_and_nothing_is_guessed() {
        var figures = november()
                .without(B01, "satisfaction")
                .without(B01, "expense-ratio")
                .target(B01, "net-amount", "0");
        var sheet = sheet(delivered("branch-manager"), figures, manager("P001"), manager("P002"));
        assertThat(sheet.missing())
                .extracting(Missing::toString)
                .containsExactly(
                        "TARGET_NOT_ABOVE_0 net-amount BRANCH B01",
                        "METRIC satisfaction BRANCH B01",
                        "METRIC expense-ratio BRANCH B01");
        assertThat(sheet.lines().get(1).reason())
                .isEqualTo(
                        "INCOMPLETE TARGET_NOT_ABOVE_0 net-amount BRANCH B01, METRIC satisfaction BRANCH B01, METRIC expense-ratio BRANCH B01");
        assertThat(sheet.total()).isEqualTo("0.00");
        assertThat(sheet(delivered("branch-manager"), new TestFigures(), manager("P001"))
                        .missing())
                .extracting(Missing::toString)
                .contains("METRIC net-amount BRANCH B01", "TARGET collection BRANCH B01");
    }

    @Test
    void a_failed_gate_does_not_hide_what_is_missing() {
        var figures = november().actual(B01, "expense-ratio", "2").without(B01, "stock-days");
        assertThat(only(sheet(delivered("branch-manager"), figures, manager("P001")))
                        .reason())
                .isEqualTo("INCOMPLETE METRIC stock-days BRANCH B01");
    }

    @Test
    void nobody_takes_part_and_that_is_missing_too() {
        assertThat(sheet(delivered("branch-manager"), november(), Bonuses.person("P9", "SELLER", "B01", "W001"))
                        .missing())
                .extracting(Missing::toString)
                .containsExactly("PARTICIPANTS branch-manager COMPANY COMPANY");
    }

    @Test
    void a_role_is_measured_by_what_it_answers_for_unless_the_plan_says_otherwise() {
        var seller = Bonuses.person("P9", "SELLER", "B01", "W001");
        var director = Bonuses.person("P8", "STORE_DIRECTOR", "B01", "W001");
        var general = Bonuses.person("P7", "GENERAL_MANAGER", "B01", "");
        var plain = Optional.<ScopeKind>empty();
        assertThat(seller.measuredBy(plain)).hasToString("PERSON P9");
        assertThat(director.measuredBy(plain)).hasToString("OUTLET W001");
        assertThat(general.measuredBy(plain)).hasToString("COMPANY COMPANY");
        assertThat(seller.measuredBy(Optional.of(ScopeKind.BRANCH))).hasToString("BRANCH B01");
    }
}
