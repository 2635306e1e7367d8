package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever night a fact comes, and whatever came before it, the shelves are those of a company to which all was told on one night. */
class AnyOrderTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 6;
    private static final long SEED = Long.getLong("stock.seed", 20261126L);
    private static final int FACTS = Integer.getInteger("stock.facts", 1_500);

    @TempDir
    private Path folder;

    @Test
    void facts_in_any_order_come_to_the_same_stock() {
        System.out.println("stock in any order: -Dstock.seed=" + SEED + " -Dstock.facts=" + FACTS);
        var facts = new InventedStock(new Random(SEED), FIRST, DAYS).facts(FACTS);
        var last = Collections.singletonMap(FIRST.plusDays(DAYS), facts);
        var once = stock("once", new TreeMap<>(last));
        assertThat(once).hasSizeGreaterThan(100);
        var shuffled = stock("shuffled", shuffled(facts));
        var told = new ArrayList<>(shuffled);
        told.removeAll(once);
        assertThat(told).as("of %d rows", once.size()).isEmpty();
        assertThat(shuffled).isEqualTo(once);
    }

    /** Goods that travel on day after day ask for the age of those before them on more dates than a round could hold. */
    @Test
    void sixty_days_of_transfers_in_a_first_night_are_as_old_as_night_by_night() {
        var facts = new InventedStock(new Random(SEED), FIRST, 60).journey();
        var once = stock("first", Collections.singletonMap(FIRST.plusDays(60), facts));
        assertThat(once).hasSizeGreaterThan(120);
        assertThat(once)
                .isEqualTo(stock(
                        "nightly",
                        facts.stream()
                                .collect(Collectors.groupingBy(
                                        InventedStock.Fact::date, TreeMap::new, Collectors.toList()))));
    }

    /** Every sixth night brings what has happened since. */
    private static LocalDate night(InventedStock.Fact fact) {
        return fact.date().plusDays(5 - (fact.date().toEpochDay() - FIRST.toEpochDay()) % 6);
    }

    /** Most facts come on their own night, the others some nights late. */
    private static TreeMap<LocalDate, List<InventedStock.Fact>> shuffled(List<InventedStock.Fact> facts) {
        var dice = new Random(SEED + 1);
        var mixed = new ArrayList<>(facts);
        Collections.shuffle(mixed, dice);
        return mixed.stream()
                .collect(Collectors.groupingBy(
                        fact -> {
                            var night = dice.nextInt(4) > 0
                                    ? fact.date()
                                    : fact.date().plusDays(dice.nextInt(DAYS));
                            return night.isAfter(FIRST.plusDays(DAYS)) ? FIRST.plusDays(DAYS) : night;
                        },
                        TreeMap::new,
                        Collectors.toList()));
    }

    private List<String> stock(String name, Map<LocalDate, List<InventedStock.Fact>> byNight) {
        var home = new TestHome(folder.resolve(name))
                .smallCompany()
                .feeds("stock_movement", "stock_count")
                .write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, stock]\n");
        try (var engine = home.engine(TestDatabase.fresh())) {
            var nights = new Nights(engine);
            byNight.forEach((night, facts) -> {
                InventedStock.write(home, night.toString(), facts);
                var result = nights.run(night.toString());
                assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
            });
            assertThat(nights.rows("SELECT SUM(transfer_in), SUM(transfer_in) - SUM(transfer_out) FROM stock_day"))
                    .as("what was sent and what has come, over the company")
                    .allMatch(sums -> sums.matches("[1-9]\\d* 0"));
            assertThat(nights.findings()).isEmpty();
            return Stream.of(InventedStock.SHELVES, InventedStock.NOW)
                    .flatMap(sql -> nights.rows(sql).stream())
                    .toList();
        }
    }
}
