package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.LineGates.Sold;
import io.dayclose.commission.LineGates.State;
import io.dayclose.commission.Split.Bases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of an earning is payable, held and forfeited. */
class SplitTest {
    private static final LocalDate SOLD = LocalDate.parse("2026-09-01");

    private static Split split(String earned, String total, String cleared, String expired) {
        var bases = new Bases(new BigDecimal(total), new BigDecimal(cleared), new BigDecimal(expired));
        return Split.of(new BigDecimal(earned), bases);
    }

    @Test
    void three_cards_that_come_back_one_by_one_release_the_whole_to_the_fen() {
        assertThat(split("10.00", "300", "100", "0").payable()).hasToString("3.33");
        assertThat(split("10.00", "300", "200", "0").payable()).hasToString("6.67");
        assertThat(split("10.00", "300", "300", "0").payable()).hasToString("10.00");
    }

    @Test
    void what_is_not_cleared_is_lost_once_nothing_waits_any_more() {
        assertThat(split("10.00", "300", "100", "200")).hasToString("Split[payable=3.33, held=0.00, forfeited=6.67]");
        assertThat(split("10.00", "300", "100", "100")).hasToString("Split[payable=3.33, held=3.34, forfeited=3.33]");
        assertThat(split("10.00", "300", "0", "300")).hasToString("Split[payable=0.00, held=0.00, forfeited=10.00]");
    }

    @Test
    void a_negative_earning_is_payable_at_once() {
        assertThat(split("-5.00", "-500", "0", "0")).hasToString("Split[payable=-5.00, held=0.00, forfeited=0.00]");
    }

    /** A fixed amount is earned whatever was sold, here as much as was returned, by lines of which one waits. */
    @Test
    void an_earning_on_nothing_net_is_payable_at_once() {
        assertThat(split("10.00", "0", "100", "0")).hasToString("Split[payable=10.00, held=0.00, forfeited=0.00]");
    }

    @Test
    void the_parts_always_add_up_and_lie_within_the_earning() {
        long first = 20261126L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var earned = BigDecimal.valueOf(random.nextInt(1_000_000) - 100_000, 2);
            var cleared = BigDecimal.valueOf(random.nextInt(90_000) - 20_000, 2);
            var expired = BigDecimal.valueOf(random.nextInt(90_000) - 20_000, 2);
            var total = cleared.add(expired).add(BigDecimal.valueOf(random.nextInt(2) * random.nextInt(90_000), 2));
            var split = Split.of(earned, new Bases(total, cleared, expired));
            assertThat(split.payable().add(split.held()).add(split.forfeited()))
                    .as("seed " + seed)
                    .isEqualByComparingTo(earned);
            if (earned.signum() > 0) {
                assertThat(split.payable()).as("seed " + seed).isBetween(BigDecimal.ZERO, earned);
                assertThat(split.held()).as("seed " + seed).isNotNegative();
                assertThat(split.forfeited()).as("seed " + seed).isNotNegative();
            }
        }
        System.out.printf("splits that add up: 1000 cases from seed %d%n", first);
    }

    @Test
    void a_card_clears_its_line_when_it_comes_in_time_and_not_before_it_is_back() {
        var gates = Plans.version("{percent: 1}", "hold: [{gate: warranty-card, days: 60, then: forfeit}]")
                .gates()
                .ofLines();
        var back = new Sold(SOLD, true, SOLD.plusDays(60));
        assertThat(LineGates.of(gates, back, SOLD.plusDays(59))).isEqualTo(State.WAITING);
        assertThat(LineGates.of(gates, back, SOLD.plusDays(60))).isEqualTo(State.CLEARED);
        var late = new Sold(SOLD, true, SOLD.plusDays(61));
        assertThat(LineGates.of(gates, late, SOLD.plusDays(60))).isEqualTo(State.WAITING);
        assertThat(LineGates.of(gates, late, SOLD.plusDays(61))).isEqualTo(State.EXPIRED);
        assertThat(LineGates.of(gates, new Sold(SOLD, false, null), SOLD)).isEqualTo(State.CLEARED);
    }

    @Test
    void a_return_window_is_over_the_day_after_its_last() {
        var gates = Plans.version("{percent: 1}", "hold: [{gate: return-window, days: 7}]")
                .gates()
                .ofLines();
        assertThat(LineGates.of(gates, new Sold(SOLD, false, null), SOLD.plusDays(7)))
                .isEqualTo(State.WAITING);
        assertThat(LineGates.of(gates, new Sold(SOLD, false, null), SOLD.plusDays(8)))
                .isEqualTo(State.CLEARED);
    }
}
