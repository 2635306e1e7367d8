package io.dayclose.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same night with much and with little behind it: ten thousand new lines, two hundred of which refer to lines of the
 * week before, fifty open vouchers. What a night costs must not grow with the years. The two take turns, and who goes
 * first takes turns too.
 */
@Tag("bench")
class HistoryBench {
    private static final int MONTHS = Integer.getInteger("bench.months", 24);
    private static final int RUNS = Integer.getInteger("bench.runs", 5);
    private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-11-10");

    @TempDir
    private Path folder;

    private final Medians little = new Medians();
    private final Medians much = new Medians();

    @Test
    void a_night_with_years_behind_it_beside_one_with_a_month() throws Exception {
        try (var month = new History(folder.resolve("little"), 1, FIRST_NIGHT);
                var years = new History(folder.resolve("much"), MONTHS, FIRST_NIGHT)) {
            month.night(FIRST_NIGHT);
            years.night(FIRST_NIGHT);
            for (int run = 1; run <= RUNS; run++) {
                var night = FIRST_NIGHT.plusDays(run);
                var turns = List.of(new Turn(month, little), new Turn(years, much));
                turns.get(run % 2).take(night);
                turns.get(1 - run % 2).take(night);
            }
            print(month, years);
        }
    }

    private record Turn(History history, Medians times) {
        void take(LocalDate date) {
            var night = history.night(date);
            times.note("whole night", night.whole().toMillis());
            night.steps().forEach((step, took) -> times.note(step, took.toMillis()));
            var steps = night.steps().values().stream()
                    .mapToLong(Duration::toMillis)
                    .sum();
            times.note("around the steps", night.whole().toMillis() - steps);
        }
    }

    private void print(History month, History years) {
        System.out.printf(
                "%n%,d new lines a night, heap %d MB, medians of %d%n",
                HistoryLines.A_DAY, Runtime.getRuntime().maxMemory() >> 20, RUNS);
        System.out.printf("%-20s %12s %12s %8s%n", "milliseconds", "1 month", MONTHS + " months", "ratio");
        System.out.printf("%-20s %,12d %,12d%n", "lines before", lines(month), lines(years));
        little.names()
                .forEach(what -> System.out.printf(
                        "%-20s %,12.0f %,12.0f %8.2f%n",
                        what, little.of(what), much.of(what), much.of(what) / Math.max(1, little.of(what))));
    }

    private static long lines(History history) {
        return Objects.requireNonNull(history.jdbc()
                .queryForObject("SELECT COUNT(*) FROM sale WHERE night < ?", Long.class, FIRST_NIGHT.plusDays(1)));
    }
}
