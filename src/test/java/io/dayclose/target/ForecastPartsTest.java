package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.target.ForecastParts.Standing;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForecastPartsTest {
    private static final Scope B1 = Scope.of("BRANCH", "B1");
    private static final Scope B2 = Scope.of("BRANCH", "B2");
    private static final Scope W1 = Scope.of("OUTLET", "W1");
    private static final Scope W2 = Scope.of("OUTLET", "W2");

    private static Standing standing(Scope parent, String brought, String forecast) {
        return new Standing(
                Optional.ofNullable(parent),
                new BigDecimal(brought),
                Optional.ofNullable(forecast).map(BigDecimal::new));
    }

    private static Map<Scope, BigDecimal> of(Map<Scope, Standing> standings) {
        return ForecastParts.of(standings, 2);
    }

    @Test
    void parts_that_make_up_the_whole_add_up_to_it_by_what_each_has_still_to_come() {
        // to come: the company 100; the branches by themselves 60 and 30, so 2 : 1
        assertThat(of(Map.of(
                        Scope.COMPANY,
                        standing(null, "300.00", "400.00"),
                        B1,
                        standing(Scope.COMPANY, "100.00", "160.00"),
                        B2,
                        standing(Scope.COMPANY, "200.00", "230.00"))))
                .containsEntry(Scope.COMPANY, new BigDecimal("400.00"))
                .containsEntry(B1, new BigDecimal("166.67"))
                .containsEntry(B2, new BigDecimal("233.33"));
    }

    @Test
    void an_outlet_gets_its_part_of_what_its_branch_has_got() {
        assertThat(of(Map.of(
                        Scope.COMPANY,
                        standing(null, "0.00", "100.00"),
                        B1,
                        standing(Scope.COMPANY, "0.00", "50.00"),
                        W1,
                        standing(B1, "0.00", "30.00"),
                        W2,
                        standing(B1, "0.00", "10.00"))))
                .containsEntry(B1, new BigDecimal("100.00"))
                .containsEntry(W1, new BigDecimal("75.00"))
                .containsEntry(W2, new BigDecimal("25.00"));
    }

    @Test
    void a_part_whose_whole_has_no_target_keeps_its_own_forecast() {
        assertThat(of(Map.of(B1, standing(Scope.COMPANY, "100.00", "160.00"), W1, standing(B1, "100.00", "120.00"))))
                .isEqualTo(Map.of(B1, new BigDecimal("160.00"), W1, new BigDecimal("160.00")));
    }

    @Test
    void parts_that_leave_something_to_others_keep_their_forecasts_but_never_more_than_the_whole() {
        var company = standing(null, "300.00", "400.00");
        assertThat(of(Map.of(Scope.COMPANY, company, B1, standing(Scope.COMPANY, "100.00", "160.00"))))
                .containsEntry(B1, new BigDecimal("160.00"));
        assertThat(of(Map.of(Scope.COMPANY, company, B1, standing(Scope.COMPANY, "100.00", "260.00"))))
                .containsEntry(B1, new BigDecimal("200.00"));
    }

    @Test
    void who_has_no_forecast_stays_without_and_a_whole_without_one_changes_nobody() {
        assertThat(of(Map.of(
                        Scope.COMPANY,
                        standing(null, "300.00", "400.00"),
                        B1,
                        standing(Scope.COMPANY, "100.00", "160.00"),
                        B2,
                        standing(Scope.COMPANY, "200.00", null))))
                .containsEntry(B1, new BigDecimal("160.00"))
                .doesNotContainKey(B2);
        assertThat(of(Map.of(
                        Scope.COMPANY,
                        standing(null, "300.00", null),
                        B1,
                        standing(Scope.COMPANY, "100.00", "160.00"))))
                .containsExactly(Map.entry(B1, new BigDecimal("160.00")));
    }

    @Test
    void a_part_that_goes_the_other_way_has_nothing_of_what_is_to_come() {
        assertThat(of(Map.of(
                        Scope.COMPANY,
                        standing(null, "300.00", "400.00"),
                        B1,
                        standing(Scope.COMPANY, "100.00", "150.00"),
                        B2,
                        standing(Scope.COMPANY, "200.00", "190.00"))))
                .containsEntry(B1, new BigDecimal("200.00"))
                .containsEntry(B2, new BigDecimal("200.00"));
    }

    @Test
    void whatever_the_figures_parts_that_make_up_their_whole_add_up_to_it() {
        long seed = Long.getLong("target.seed", new Random().nextLong());
        System.out.println("parts of forecasts: -Dtarget.seed=" + seed);
        var dice = new Random(seed);
        for (int run = 0; run < 500; run++) {
            var standings = new TreeMap<Scope, Standing>();
            var brought = BigDecimal.ZERO;
            int branches = 1 + dice.nextInt(7);
            for (int b = 0; b < branches; b++) {
                var own = BigDecimal.valueOf(dice.nextInt(200_000) - 20_000, 2);
                var coming = BigDecimal.valueOf(dice.nextInt(200_000) - 20_000, 2);
                standings.put(
                        Scope.of("BRANCH", "B" + b),
                        new Standing(Optional.of(Scope.COMPANY), own, Optional.of(own.add(coming))));
                brought = brought.add(own);
            }
            var whole = brought.add(BigDecimal.valueOf(dice.nextInt(400_000) - 40_000, 2));
            standings.put(Scope.COMPANY, new Standing(Optional.empty(), brought, Optional.of(whole)));
            var forecasts = new TreeMap<>(of(standings));
            forecasts.remove(Scope.COMPANY);
            assertThat(Amounts.sum(forecasts.values())).isEqualByComparingTo(whole);
        }
    }
}
