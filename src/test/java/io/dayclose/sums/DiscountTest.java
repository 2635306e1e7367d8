package io.dayclose.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiscountTest {
    private static final Discount.Id ID = new Discount.Id("S1", 9, 1);

    private static String shares(String amount, String... lines) {
        return new Discount(ID, "W1", null, null, new BigDecimal(amount), lines(lines))
                .shares().stream()
                        .map(share -> share.line() + " " + share.amount())
                        .collect(Collectors.joining(", "));
    }

    private static List<Discount.Line> lines(String... amounts) {
        var lines = new ArrayList<Discount.Line>();
        for (var amount : amounts) {
            int n = lines.size() + 1;
            lines.add(new Discount.Line(n, "P" + n, "G" + n, null, new BigDecimal(amount)));
        }
        return lines;
    }

    @Test
    void lines_bear_a_discount_by_their_amounts() {
        assertThat(shares("-10.00", "75.00", "25.00")).isEqualTo("1 -7.50, 2 -2.50");
        assertThat(shares("-1.00", "50.00")).isEqualTo("1 -1.00");
    }

    @Test
    void the_largest_remainder_bears_the_fen_that_is_left() {
        assertThat(shares("-1.00", "10.00", "20.00")).isEqualTo("1 -0.33, 2 -0.67");
        assertThat(shares("-0.05", "10.00", "10.10", "9.90")).isEqualTo("1 -0.02, 2 -0.02, 3 -0.01");
    }

    @Test
    void of_equal_remainders_the_first_lines_bear_the_fen_that_are_left() {
        assertThat(shares("-1.00", "10.00", "10.00", "10.00")).isEqualTo("1 -0.34, 2 -0.33, 3 -0.33");
        assertThat(shares("-0.02", "1.00", "1.00", "1.00")).isEqualTo("1 -0.01, 2 -0.01");
    }

    @Test
    void lines_that_cost_nothing_bear_nothing_unless_all_cost_nothing() {
        assertThat(shares("-2.00", "0.00", "10.00")).isEqualTo("2 -2.00");
        assertThat(shares("-2.00", "0.00", "0.00")).isEqualTo("1 -1.00, 2 -1.00");
    }

    @Test
    void a_discount_may_be_more_than_its_lines_and_a_discount_of_nothing_is_none() {
        assertThat(shares("-30.00", "10.00", "5.00")).isEqualTo("1 -20.00, 2 -10.00");
        assertThat(shares("0.00", "10.00")).isEmpty();
        assertThat(shares("0.00")).isEmpty();
    }

    @Test
    void a_discount_without_lines_stands_alone_under_the_product_it_names_if_it_names_one() {
        var nothing = new Discount(ID, "W1", "P1", null, new BigDecimal("-5.00"), List.of());
        var named = new Discount(ID, "W1", null, "G7", new BigDecimal("-5.00"), List.of());
        assertThat(nothing.shares())
                .containsExactly(new Discount.Share(Discount.NO_LINE, "P1", "", null, new BigDecimal("-5.00")));
        assertThat(named.shares())
                .containsExactly(new Discount.Share(Discount.NO_LINE, null, "G7", null, new BigDecimal("-5.00")));
    }

    @Test
    void its_seller_gives_it_and_without_one_those_who_sold_the_lines_do() {
        var named = new Discount(ID, "W1", "P9", "G7", new BigDecimal("-2.00"), lines("1.00", "1.00"));
        var open = new Discount(ID, "W1", null, null, new BigDecimal("-2.00"), lines("1.00", "1.00"));
        assertThat(named.shares().stream().map(Discount.Share::seller)).containsExactly("P9", "P9");
        assertThat(named.shares().stream().map(Discount.Share::product)).containsExactly("G1", "G2");
        assertThat(open.shares().stream().map(Discount.Share::seller)).containsExactly("P1", "P2");
    }

    @Test
    void shares_always_add_up_and_differ_from_the_exact_part_by_less_than_a_fen() {
        var random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            var lines = new ArrayList<Discount.Line>();
            for (int n = 1 + random.nextInt(9); n > 0; n--) {
                lines.add(new Discount.Line(n, null, "G", null, BigDecimal.valueOf(1 + random.nextInt(99_999), 2)));
            }
            var amount = BigDecimal.valueOf(-1 - random.nextInt(20_000), 2);
            var shares = new Discount(ID, "W1", null, null, amount, lines).shares();
            var total = lines.stream().map(Discount.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shares.stream().map(Discount.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(amount);
            shares.forEach(share -> {
                var weight = lines.stream()
                        .filter(line -> line.number() == share.line())
                        .findFirst()
                        .orElseThrow()
                        .amount();
                var off = share.amount().multiply(total).subtract(amount.multiply(weight));
                assertThat(off.abs()).isLessThan(total.movePointLeft(2));
            });
        }
    }
}
