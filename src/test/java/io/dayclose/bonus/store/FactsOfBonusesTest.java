package io.dayclose.bonus.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.target.Scope;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who takes part and what was measured, as facts say. */
class FactsOfBonusesTest extends BonusCompany {
    private static final Scope EAST = Scope.of("BRANCH", "B01");

    @Test
    void a_query_makes_a_metric_of_the_whole_month_and_all_else_is_a_score() {
        var figures = figures(NOVEMBER);
        assertThat(figures.actual("days", EAST).orElseThrow()).isEqualByComparingTo("30");
        assertThat(figures.actual("days", Scope.of("BRANCH", "B02"))).isEmpty();
        assertThat(figures.actual("satisfaction", EAST).orElseThrow()).isEqualByComparingTo("50");
        assertThat(figures.actual("unheard-of", EAST)).isEmpty();
    }

    @Test
    void a_correction_takes_the_place_of_a_score_and_of_a_target() {
        score("B01", NOVEMBER, "55.5");
        jdbc().update(
                        "INSERT INTO target VALUES ('2026-11', 'net-amount', 'BRANCH', 'B01', 100, 1, '2026-11-01', 1, 1),"
                                + " ('2026-11', 'net-amount', 'BRANCH', 'B01', 120, 2, '2026-11-02', 1, 1)");
        var figures = figures(NOVEMBER);
        assertThat(figures.actual("satisfaction", EAST).orElseThrow()).isEqualByComparingTo("55.5");
        assertThat(figures.target("net-amount", EAST).orElseThrow()).isEqualByComparingTo("120");
        assertThat(figures.target("net-amount", Scope.of("BRANCH", "B02"))).isEmpty();
    }

    @Test
    void who_has_left_or_has_not_come_yet_takes_no_part() {
        jdbc().update("UPDATE person SET left_on = '2026-11-29' WHERE person_code = 'P001'");
        jdbc().update("UPDATE person SET joined_on = '2026-11-30', outlet_code = 'W001' WHERE person_code = 'P002'");
        var staff = new StaffStore(jdbc());
        assertThat(staff.on(LocalDate.parse("2026-11-30"))).singleElement().satisfies(person -> {
            assertThat(person.person()).isEqualTo("P002");
            assertThat(person.branch()).isEqualTo("B02");
            assertThat(person.outlet()).contains("W001");
        });
        assertThat(staff.on(LocalDate.parse("2026-11-29")))
                .extracting(person -> person.person())
                .containsExactly("P001");
    }
}
