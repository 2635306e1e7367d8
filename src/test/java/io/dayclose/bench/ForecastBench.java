package io.dayclose.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.target.History;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How far off the forecast of a day is, beside "the same weekday last week": on a real shop by country ({@code
 * -Dforecast.data=PATH}, the Online Retail export, .csv or .csv.gz) and on invented years of which the truth is known.
 */
@Tag("bench")
class ForecastBench {
    private static final String DATA = System.getProperty("forecast.data", "");
    private static final long SEED = Long.getLong("forecast.seed", 20261126L);
    private static final int RULE_WEEKS = 4;
    private static final int LEAST_DAYS = 5;
    private static final int YEAR = 365;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final int[] WEEKDAYS = {80, 85, 90, 95, 110, 140, 100};

    @Test
    void a_real_shop_by_country() throws IOException {
        Assumptions.assumeTrue(!DATA.isEmpty(), "-Dforecast.data=PATH");
        var countries = countries(Path.of(DATA));
        var last = countries.values().stream()
                .flatMap(days -> days.keySet().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        System.out.printf("%nAs the rule says, from 4 weeks of history:%n%s%n", ForecastTrial.header());
        int forecast = print(countries, last, RULE_WEEKS);
        System.out.printf("%n%d of %d countries have enough history.%n", forecast, countries.size());
        System.out.printf("%nFrom one week of history instead, so without a trend:%n%s%n", ForecastTrial.header());
        print(countries, last, 1);
    }

    private static int print(Map<String, TreeMap<LocalDate, BigDecimal>> countries, LocalDate last, int leastWeeks) {
        int forecast = 0;
        for (var country : countries.entrySet()) {
            var history = new History(country.getValue().firstKey(), country.getValue());
            var trial = new ForecastTrial(history, last, WorkingCalendar.EVEN, leastWeeks);
            if (trial.days() > 0) {
                System.out.println(trial.row(country.getKey()) + (trial.worse() ? "  worse" : ""));
                forecast++;
            } else if (country.getValue().size() >= LEAST_DAYS) {
                System.out.println(trial.row(country.getKey()) + "  no forecast");
            }
        }
        return forecast;
    }

    /** Net amounts of each country's days. */
    private static Map<String, TreeMap<LocalDate, BigDecimal>> countries(Path file) throws IOException {
        var countries = new TreeMap<String, TreeMap<LocalDate, BigDecimal>>();
        try (var raw = Files.newInputStream(file);
                var in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var amount =
                        new BigDecimal(row.getField("Quantity")).multiply(new BigDecimal(row.getField("UnitPrice")));
                countries
                        .computeIfAbsent(row.getField("Country"), any -> new TreeMap<>())
                        .merge(day(row.getField("InvoiceDate")), amount, BigDecimal::add);
            }
        }
        return countries;
    }

    private static LocalDate day(String text) {
        var date = text.split(" ")[0];
        return date.contains("/") ? LocalDate.parse(date, SLASHED) : LocalDate.parse(date);
    }

    /** A steady, a growing and a shrinking shop, each day off by chance; the truth is what chance left out. */
    @Test
    void invented_years() {
        System.out.printf("%nInvented years, seed %d (-Dforecast.seed):%n%s%n", SEED, ForecastTrial.header());
        for (int growth : new int[] {0, 4, -2}) {
            for (int chance : new int[] {10, 30}) {
                var trial = new ForecastTrial(
                        invented(growth, chance), FIRST.plusDays(YEAR - 1), WorkingCalendar.EVEN, RULE_WEEKS);
                System.out.println(trial.row("%+d %% a month, ±%d %%".formatted(growth, chance)));
                assertThat(trial.worse()).isFalse();
            }
        }
    }

    private static History invented(int growth, int chance) {
        var dice = new Random(SEED);
        var days = new HashMap<LocalDate, BigDecimal>();
        for (int day = 0; day < YEAR; day++) {
            var date = FIRST.plusDays(day);
            double usual = WEEKDAYS[date.getDayOfWeek().getValue() - 1] * Math.pow(1 + growth / 100.0, day / 30.0);
            double off = 1 + (2 * dice.nextDouble() - 1) * chance / 100;
            days.put(date, BigDecimal.valueOf(Math.round(100 * usual * off)));
        }
        return new History(FIRST, days);
    }
}
