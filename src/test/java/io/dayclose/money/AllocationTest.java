package io.dayclose.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static List<BigDecimal> decimals(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    @Test
    void three_equal_parts_of_a_thousand_give_the_odd_fen_to_the_first() {
        assertThat(Allocation.of(new BigDecimal("1000"), decimals("1", "1", "1"), 2))
                .isEqualTo(decimals("333.34", "333.33", "333.33"));
    }

    @Test
    void the_largest_remainder_comes_first_whoever_stands_where() {
        assertThat(Allocation.of(new BigDecimal("10"), decimals("1", "2", "4"), 0))
                .isEqualTo(decimals("1", "3", "6"));
    }

    @Test
    void nobody_has_a_weight_so_all_have_the_same() {
        assertThat(Allocation.of(new BigDecimal("0.05"), decimals("0", "0"), 2)).isEqualTo(decimals("0.03", "0.02"));
    }

    @Test
    void who_weighs_nothing_gets_nothing_of_what_is_left() {
        assertThat(Allocation.of(new BigDecimal("0.01"), decimals("0", "0.3"), 2))
                .isEqualTo(decimals("0.00", "0.01"));
    }

    @Test
    void a_negative_whole_is_the_mirror_of_a_positive_one() {
        assertThat(Allocation.of(new BigDecimal("-1"), decimals("1", "1", "1"), 2))
                .isEqualTo(decimals("-0.34", "-0.33", "-0.33"));
    }

    @Test
    void negative_weights_are_refused() {
        assertThatThrownBy(() -> Allocation.of(BigDecimal.ONE, decimals("-1", "2"), 2))
                .hasMessage("weights must not be negative: [-1, 2]");
    }

    @Test
    void parts_add_up_and_none_is_off_by_a_whole_unit() {
        long seed = Long.getLong("allocation.seed", 20261126L);
        System.out.println("allocation: -Dallocation.seed=" + seed);
        var dice = new Random(seed);
        for (int time = 0; time < 10_000; time++) {
            var whole = BigDecimal.valueOf(dice.nextInt(2_000_001) - 1_000_000, 2);
            var weights = dice.ints(1 + dice.nextInt(40), 0, 100_000)
                    .mapToObj(each -> BigDecimal.valueOf(each, 3))
                    .toList();
            var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var parts = Allocation.of(whole, weights, 2);
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
            for (int each = 0; each < parts.size() && sum.signum() > 0; each++) {
                var off = parts.get(each).multiply(sum).subtract(whole.multiply(weights.get(each)));
                assertThat(off.abs()).isLessThan(sum.movePointLeft(2));
            }
        }
    }
}
