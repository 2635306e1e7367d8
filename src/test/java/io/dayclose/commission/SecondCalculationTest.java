package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final int EVERY = 7;

    @TempDir
    private Path folder;

    private TestHome home;
    private Engine engine;
    private Nights nights;
    private NightFiles files;
    private SecondCalculation second;
    private SecondSettlement settlement;
    private final List<String> differences = new ArrayList<>();

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
        assertThat(differences).isEmpty();
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
            settlement = new SecondSettlement();
            nights = new Nights(engine);
            var closings = Map.of(
                    LocalDate.of(2026, 11, dice.between(1, 15)), YearMonth.of(2026, 10),
                    LocalDate.of(2026, 12, dice.between(1, 6)), YearMonth.of(2026, 11));
            InventedCompany.FIRST
                    .datesUntil(END.plusDays(1))
                    .forEach(date -> night(seed, date, Optional.ofNullable(closings.get(date))));
            everythingHasComeIn();
        }
    }

    private void night(long seed, LocalDate date, Optional<YearMonth> closing) {
        files.deliver(home, date);
        assertThat(nights.run(date.toString()).problems())
                .as("night of %s", date)
                .isEmpty();
        boolean monthEnds = date.equals(YearMonth.from(date).atEndOfMonth());
        if (date.toEpochDay() % EVERY == 0 || monthEnds || closing.isPresent() || date.equals(END)) {
            compare(seed, date);
        }
        if (monthEnds) {
            settlement.monthEnds(second.payable());
        }
        closing.ifPresent(month -> {
            close(month, date);
            compare("settlement, seed " + seed, settlement.settle(month, second.payable()), second.settled(month));
            compare(seed, date);
        });
    }

    private static TestHome home(Path folder, InventedPlans invented) {
        var home = new TestHome(folder).feeds(NightFiles.feeds());
        home.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, commission, close-day]\n");
        SecondCalculation.plans().forEach((name, text) -> home.write("jobs-config/plans/" + name, text));
        invented.files().forEach((name, text) -> home.write("jobs-config/plans/" + name, text));
        return home;
    }

    private void close(YearMonth month, LocalDate night) {
        second.close(month, night);
        var request = new MonthClose.Request(month, false, Optional.empty(), "test", 0);
        assertThat(new BookOperations(engine.work(), engine.transactions()).closeMonth(request))
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
        compare("targets, seed %d, night of %s".formatted(seed, date), expected, second.targets());
        compare("ledger, seed %d, night of %s".formatted(seed, date), expected, second.posted());
    }

    private void compare(String what, Map<String, String> expected, Map<String, String> actual) {
        Stream.concat(expected.keySet().stream(), actual.keySet().stream())
                .distinct()
                .sorted()
                .filter(account -> !Objects.equals(expected.get(account), actual.get(account)))
                .map(account -> "%s, %s: second %s, program %s"
                        .formatted(what, account, expected.get(account), actual.get(account)))
                .forEach(differences::add);
    }
}
