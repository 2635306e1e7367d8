package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.MonthEarning.Part;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked vectors of the plan language, to the fen. */
class MonthEarningTest {
    private static final String TABLE =
            "table: [{from: 0, rate: 1.0}, {from: 10000, rate: 2.0}, {from: 50000, rate: 3.0}]";
    private static final PlanVersion MARGINAL = Plans.version("{bands: {mode: marginal, of: percent, " + TABLE + "}}");
    private static final PlanVersion RETROACTIVE =
            Plans.version("{bands: {mode: retroactive, of: percent, " + TABLE + "}}");

    private static BigDecimal earned(PlanVersion version, String amount) {
        return MonthEarning.of(List.of(new Part(version, net(amount))), 30).earned();
    }

    private static Measures net(String amount) {
        return new Measures(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "9999.99, 100.00, 100.00",
        "10000.00, 100.00, 200.00",
        "10000.01, 100.00, 200.00",
        "50000.00, 900.00, 1500.00",
        "60000.00, 1200.00, 1800.00",
        "-500.00, -5.00, -5.00",
        "0, 0.00, 0.00"
    })
    void bands_pay_slices_or_the_whole(String base, String marginal, String retroactive) {
        assertThat(earned(MARGINAL, base)).hasToString(marginal);
        assertThat(earned(RETROACTIVE, base)).hasToString(retroactive);
    }

    /** 1 % of 10000, all of it in the first slice: nothing is in the second, and nothing is above a cap of 100. */
    @ParameterizedTest
    @CsvSource({"9999.99, 1, false", "10000.00, 1, false", "10000.01, 2, true"})
    void at_a_limit_exactly_nothing_is_above_it(String base, int slices, boolean capped) {
        assertThat(RatePay.of(MARGINAL.rate(), new BigDecimal(base)).slices()).hasSize(slices);
        var limited = Plans.version("{percent: 1}", "cap: 100");
        var earning = MonthEarning.of(List.of(new Part(limited, net(base))), 30);
        assertThat(earning.capped()).isEqualTo(capped);
    }

    @Test
    void a_return_can_take_a_month_back_below_its_band() {
        assertThat(earned(RETROACTIVE, "10500")).hasToString("210.00");
        assertThat(earned(RETROACTIVE, "9900")).hasToString("99.00");
    }

    @Test
    void nightly_differences_of_a_marginal_month_add_up_to_the_month() {
        var version = Plans.version(
                "{bands: {mode: marginal, table: [{from: 0, rate: 1}, {from: 1000, rate: 2}, {from: 3000, rate: 3}, {from: 8000, rate: 5}]}}");
        var posted = new ArrayList<String>();
        var before = BigDecimal.ZERO;
        var sold = BigDecimal.ZERO;
        for (var night : List.of("200", "300", "1500", "1200", "2000", "4500")) {
            sold = sold.add(new BigDecimal(night));
            var now = earned(version, sold.toString());
            posted.add(now.subtract(before).toBigInteger().toString());
            before = now;
        }
        assertThat(posted).containsExactly("2", "3", "25", "26", "60", "169");
        assertThat(before).hasToString("285.00");
    }

    @Test
    void a_technician_below_one_of_his_minimums_earns_nothing_and_learns_by_how_much() {
        var version = Plans.version("{percent: 5}", "minimum: {net-amount: 20000, gross-margin: 1500}");
        var short1 = new Measures(new BigDecimal("20000.00"), BigDecimal.ZERO, new BigDecimal("1499.99"));
        var nothing = MonthEarning.of(List.of(new Part(version, short1)), 30);
        assertThat(nothing.earned()).hasToString("0.00");
        assertThat(nothing.shortfalls()).singleElement().satisfies(each -> {
            assertThat(each.measure()).isEqualTo(Measure.GROSS_MARGIN);
            assertThat(each.missing()).hasToString("0.01");
        });
        var reached = new Measures(new BigDecimal("20000.00"), BigDecimal.ZERO, new BigDecimal("1500.00"));
        assertThat(MonthEarning.of(List.of(new Part(version, reached)), 30).earned())
                .hasToString("1000.00");
    }

    @Test
    void shares_of_a_line_are_paid_unrounded_until_the_end() {
        var line = net("99.99");
        var percent = Plans.version("{percent: 10}");
        var seller = line.times(new BigDecimal("0.70"));
        var manager = line.times(new BigDecimal("0.30"));
        assertThat(seller.of(Measure.NET_AMOUNT)).isEqualByComparingTo("69.993");
        assertThat(manager.of(Measure.NET_AMOUNT)).isEqualByComparingTo("29.997");
        assertThat(MonthEarning.of(List.of(new Part(percent, seller)), 30).earned())
                .hasToString("7.00");
        assertThat(MonthEarning.of(List.of(new Part(percent, manager)), 30).earned())
                .hasToString("3.00");
    }

    @Test
    void a_cap_takes_what_is_above_it_and_never_raises_a_negative() {
        var capped = Plans.version("{percent: 10}", "cap: 80");
        assertThat(earned(capped, "1000")).hasToString("80.00");
        assertThat(earned(capped, "-1000")).hasToString("-100.00");
    }

    @Test
    void two_versions_in_a_month_are_rounded_once() {
        var plan = Plans.plan("""
                  - {from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 1}}
                  - {from: 2026-11-16, payee: seller, measure: net-amount, rate: {percent: 2}}
                """);
        var parts = List.of(
                new Part(plan.versions().get(0), net("0.40")),
                new Part(plan.versions().get(1), net("0.05")));
        assertThat(MonthEarning.of(parts, 30).earned())
                .as("0.004 + 0.001 = 0.005")
                .hasToString("0.01");
    }

    @Test
    void more_sales_never_earn_less_and_a_full_return_earns_nothing() {
        long first = 20261125L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var version = random.nextBoolean() ? MARGINAL : RETROACTIVE;
            var less = BigDecimal.valueOf(random.nextInt(7_000_000), 2);
            var more = less.add(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
            assertThat(earned(version, more.toPlainString()))
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(earned(version, less.toPlainString()));
            assertThat(earned(version, less.subtract(less).toPlainString())).isEqualByComparingTo("0");
        }
        System.out.printf("monotone earnings: 1000 cases from seed %d%n", first);
    }
}
