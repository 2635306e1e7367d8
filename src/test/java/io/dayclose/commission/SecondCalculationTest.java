package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.cli.Engine;
import io.dayclose.commission.close.MonthClose;
import io.dayclose.job.Bookkeeping;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commissions of invented companies, each of two months, computed a second time in plain SQL and compared with what the
 * program has posted. {@code -Dsecond.months}, {@code -Dsecond.seed}.
 */
class SecondCalculationTest {
    private static final int MONTHS = Integer.getInteger("second.months", 2);
    private static final long SEED = Long.getLong("second.seed", 20261001L);
    private static final LocalDate END = InventedCompany.LAST.plusDays(12);
    private static final int EVERY = 5;

    @TempDir
    private Path folder;

    private TestHome home;
    private Engine engine;
    private Nights nights;
    private NightFiles files;
    private SecondCalculation second;

    @Test
    void what_is_posted_is_what_a_second_calculation_in_sql_says() {
        companies(MONTHS);
    }

    @Test
    @Tag("long")
    void fifty_months_posted_are_what_a_second_calculation_in_sql_says() {
        companies(50);
    }

    private void companies(int months) {
        for (long seed = SEED; seed < SEED + (months + 1) / 2; seed++) {
            System.out.printf("second calculation: two months of seed %d%n", seed);
            company(seed);
        }
    }

    private void company(long seed) {
        var dice = new Dice(seed);
        files = new NightFiles();
        new InventedSales(dice, files, new InventedCompany(dice, files)).invent();
        var plans = new InventedPlans(dice);
        home = home(folder.resolve("seed-" + seed), plans);
        var database = TestDatabase.fresh();
        try (var started = home.engine(database);
                var sql = new SecondCalculation(database, plans.rows())) {
            engine = started;
            second = sql;
            nights = new Nights(engine);
            var closings = Map.of(
                    LocalDate.of(2026, 11, dice.between(1, 15)), YearMonth.of(2026, 10),
                    LocalDate.of(2026, 12, dice.between(1, 6)), YearMonth.of(2026, 11));
            InventedCompany.FIRST.datesUntil(END.plusDays(1)).forEach(date -> {
                night(date);
                if (closings.containsKey(date)) {
                    compare(seed, date);
                    close(closings.get(date), date);
                }
                if (date.getDayOfYear() % EVERY == 0 || closings.containsKey(date) || date.equals(END)) {
                    compare(seed, date);
                }
            });
            everythingHasComeIn();
        }
    }

    private static TestHome home(Path folder, InventedPlans invented) {
        var home = new TestHome(folder).feeds(NightFiles.feeds());
        home.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, commission, close-day]\n");
        SecondCalculation.plans().forEach((name, text) -> home.write("jobs-config/plans/" + name, text));
        invented.files().forEach((name, text) -> home.write("jobs-config/plans/" + name, text));
        return home;
    }

    private void night(LocalDate date) {
        files.deliver(home, date);
        var result = nights.run(date.toString());
        assertThat(result.problems()).as("night of %s", date).isEmpty();
    }

    private void close(YearMonth month, LocalDate night) {
        second.close(month, night);
        var request = new MonthClose.Request(month, false, Optional.empty(), "test", 0);
        assertThat(new Bookkeeping(engine.work(), engine.transactions()).closeMonth(request))
                .isTrue();
    }

    private void everythingHasComeIn() {
        assertThat(nights.rows(
                        "SELECT feed, voucher_key, decision, reason, value FROM voucher WHERE resolved_on IS NULL"))
                .as("records that were not taken in")
                .isEmpty();
    }

    private void compare(long seed, LocalDate date) {
        var expected = second.accounts(date);
        assertThat(differences(expected, second.targets()))
                .as("targets, seed %d, night of %s", seed, date)
                .isEmpty();
        assertThat(differences(expected, second.posted()))
                .as("ledger, seed %d, night of %s", seed, date)
                .isEmpty();
        if (date.equals(END)) expected.forEach((a, b) -> System.out.println("AT " + a + " " + b));
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        return Stream.concat(expected.keySet().stream(), actual.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(account -> !Objects.equals(expected.get(account), actual.get(account)))
                .map(account ->
                        "%s: second %s, program %s".formatted(account, expected.get(account), actual.get(account)))
                .toList();
    }
}
