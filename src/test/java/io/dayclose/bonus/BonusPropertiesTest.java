package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.bonus.Curve;
import io.dayclose.config.bonus.Curve.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for every pool and curve: 1 000 cases from a printed seed. */
class BonusPropertiesTest {
    private static final int CASES = 1_000;
    private static final long SEED = Long.getLong("bonus.seed", 20261126L);

    private final Random dice = new Random(SEED);

    BonusPropertiesTest() {
        System.out.println("bonus: -Dbonus.seed=" + SEED);
    }

    private BigDecimal decimal(int least, int most, int decimals) {
        return BigDecimal.valueOf(least + dice.nextInt(most - least + 1), decimals);
    }

    @Test
    void the_parts_add_up_to_the_pool_and_nobody_pays_in() {
        var bonus = Bonuses.delivered("store-pool");
        var roles = List.of("SELLER", "STORE_DIRECTOR", "PROMOTER");
        for (int time = 0; time < CASES; time++) {
            var sold = decimal(-1_000_000, 100_000_000, 2);
            var figures = new TestFigures().actual("OUTLET W001", "net-amount", sold.toPlainString());
            var people = IntStream.rangeClosed(1, 1 + dice.nextInt(20))
                    .mapToObj(n -> Bonuses.person("P%03d".formatted(n), roles.get(dice.nextInt(3)), "B01", "W001"))
                    .toArray(Participant[]::new);
            boolean lazy = dice.nextInt(10) == 0;
            for (var person : people) {
                figures.actual(
                        "PERSON " + person.person(),
                        "net-amount",
                        decimal(-100_000, lazy ? 0 : 5_000_000, 2).toPlainString());
            }
            var sheet = Bonuses.sheet(bonus, figures, people);
            var pool = new Ratio(sold.multiply(new BigDecimal("1.5")), BigDecimal.valueOf(100))
                    .rounded(2)
                    .max(BigDecimal.ZERO);
            assertThat(sheet.total()).isEqualByComparingTo(pool);
            assertThat(Bonuses.amounts(sheet)).allMatch(part -> part.signum() >= 0);
        }
    }

    @Test
    void more_attainment_never_scores_less_on_a_rising_curve() {
        for (int time = 0; time < CASES; time++) {
            var curve = rising();
            Ratio last = null;
            for (int x = -20; x <= 320; x += 1 + dice.nextInt(9)) {
                var height = Interpolation.at(curve, new Ratio(BigDecimal.valueOf(x), BigDecimal.ONE));
                assertThat(last == null || last.compareTo(height) <= 0)
                        .as("%s at %s", curve, x)
                        .isTrue();
                last = height;
            }
        }
    }

    @Test
    void a_curve_passes_through_the_later_of_its_points_at_every_x() {
        for (int time = 0; time < CASES; time++) {
            var points = rising().points();
            for (int n = 0; n < points.size(); n++) {
                boolean later = n + 1 == points.size()
                        || points.get(n + 1).x().compareTo(points.get(n).x()) > 0;
                var x = new Ratio(points.get(n).x().multiply(BigDecimal.valueOf(7)), BigDecimal.valueOf(7));
                if (later) {
                    assertThat(Interpolation.at(new Curve(points), x).rounded(9))
                            .isEqualByComparingTo(points.get(n).y());
                }
            }
        }
    }

    /** Up to eight points, some of them steps. */
    private Curve rising() {
        var points = new ArrayList<Point>();
        int x = dice.nextInt(50);
        int y = dice.nextInt(50);
        boolean stepped = false;
        for (int left = 1 + dice.nextInt(8); left > 0; left--) {
            points.add(new Point(BigDecimal.valueOf(x), BigDecimal.valueOf(y)));
            stepped = !stepped && dice.nextInt(4) == 0;
            x += stepped ? 0 : 1 + dice.nextInt(40);
            y += dice.nextInt(40);
        }
        return new Curve(points);
    }
}
