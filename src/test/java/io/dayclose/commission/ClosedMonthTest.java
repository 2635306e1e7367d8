package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.ClosedMonth.After;
import io.dayclose.config.plan.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A closed month never changes; what reaches it later is posted apart. */
class ClosedMonthTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final YearMonth MONTH = YearMonth.parse("2026-10");
    private static final LocalDate ON = LocalDate.parse("2026-11-20");
    private static final String BANDS =
            "payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, table: [{from: 0, rate: 1}, {from: 10000, rate: 2}]}}";

    private static Plan plan(String more) {
        return Plans.plan("  - {from: 2026-01-01, " + BANDS + more + "}\n");
    }

    private static Terms terms(Plan plan) {
        return new Terms(plan, MONTH, Map.of(), Set.of(), ON);
    }

    private static Bucket bucket(boolean afterClose) {
        return new Bucket(FROM, "", Bucket.AT_ONCE, Bucket.AT_ONCE, afterClose);
    }

    private static Measures net(String amount) {
        return new Measures(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Closed with 10 500.00 sold and 210.00 earned; then something is sold late and something comes back. */
    private static After after(Plan plan, String late, String returned) {
        var closed = new ClosedMonth(new BigDecimal("210.00"), new BigDecimal("10500"));
        var now = new AccountMonth()
                .add(bucket(false), net("10500"))
                .add(bucket(false), net(late))
                .add(bucket(true), net(returned));
        return closed.after(now, terms(plan));
    }

    private static String text(After after) {
        return after.adjusted() + " " + after.clawed() + " " + after.split().payable();
    }

    @Test
    void a_return_takes_back_at_the_rate_the_month_was_closed_with() {
        assertThat(text(after(plan(""), "0", "-600"))).isEqualTo("0.00 -12.00 198.00");
    }

    @Test
    void recompute_takes_a_return_like_a_late_fact_and_none_lets_it_be() {
        var recompute = plan(", returns: {after-close: recompute}");
        assertThat(text(after(recompute, "0", "-600"))).isEqualTo("-111.00 0.00 99.00");
        var none = plan(", returns: {after-close: none}");
        assertThat(text(after(none, "0", "-600"))).isEqualTo("0.00 0.00 210.00");
    }

    @Test
    void late_sales_and_corrections_are_adjusted_beside_what_returns_take_back() {
        assertThat(text(after(plan(""), "1000", "-600"))).isEqualTo("20.00 -12.00 218.00");
        assertThat(text(after(plan(""), "-600", "0"))).isEqualTo("-111.00 0.00 99.00");
    }

    @Test
    void returns_of_a_month_that_was_closed_with_nothing_are_counted_with_its_late_sales() {
        var now = new AccountMonth().add(bucket(false), net("500")).add(bucket(true), net("-200"));
        assertThat(text(ClosedMonth.NOTHING.after(now, terms(plan(""))))).isEqualTo("3.00 0.00 3.00");
    }

    @Test
    void what_was_held_goes_on_waiting_for_what_is_left_of_it() {
        var plan = plan(", hold: [{gate: warranty-card, days: 60, then: forfeit}]");
        var sold = LocalDate.parse("2026-10-15");
        var waiting = new Bucket(FROM, "", sold, Bucket.NO_CARD, false);
        var returned = new Bucket(FROM, "", sold, Bucket.NO_CARD, true);
        var carded = new Bucket(FROM, "", sold, ON, false);
        var now = new AccountMonth()
                .add(carded, net("6300"))
                .add(waiting, net("4200"))
                .add(returned, net("-4200"));
        var after = new ClosedMonth(new BigDecimal("210.00"), new BigDecimal("10500")).after(now, terms(plan));
        assertThat(after.clawed()).hasToString("-84.00");
        assertThat(after.split()).hasToString("Split[payable=126.00, held=0.00, forfeited=0.00]");
    }

    @Test
    void returning_all_of_a_month_takes_all_of_it_back_in_as_many_steps_as_it_takes() {
        long first = 20261129L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var sold = BigDecimal.valueOf(1 + random.nextInt(3_000_000), 2);
            var open = new AccountMonth().add(bucket(false), net(sold.toPlainString()));
            var earned = open.target(terms(plan(""))).earned();
            var part = sold.multiply(BigDecimal.valueOf(random.nextInt(100), 2));
            var now = open.add(bucket(true), net(part.negate().toPlainString()));
            var closed = new ClosedMonth(earned, sold);
            assertThat(closed.after(now, terms(plan(""))).clawed())
                    .as("seed " + seed)
                    .isBetween(earned.negate(), BigDecimal.ZERO);
            now.add(bucket(true), net(part.subtract(sold).toPlainString()));
            assertThat(closed.after(now, terms(plan(""))).clawed())
                    .as("seed " + seed)
                    .isEqualByComparingTo(earned.negate());
        }
        System.out.printf("returns after close: 1000 cases from seed %d%n", first);
    }
}
