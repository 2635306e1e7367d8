package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.config.ReportScope;
import io.dayclose.report.ReportQuery;
import io.dayclose.report.Scope;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What a shelf has come to is kept with it and with its days, and moves on with the night. On whatever date it is asked, before, within
 * and after the days that are known, it says what all its days come to when they are gone through one by one.
 */
class ShelvesOfAnyDateTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
    private static final int DAYS = 75;
    private static final int NIGHTS = 8;
    private static final long SEED = Long.getLong("stock.seed", 20261126L);
    private static final int FACTS = Integer.getInteger("stock.facts", 700);
    private static final String ASKED = """
            SELECT outlet_code, product_code, closing, consigned, received, sold, returned, other_in, other_out, out_days, sold_28, sold_on,
                   IF(oldest < '9999', oldest, NULL) FROM shelf""";

    private final Random dice = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void a_shelf_says_on_any_date_what_its_days_come_to() {
        System.out.println("shelves of any date: -Dstock.seed=" + SEED + " -Dstock.facts=" + FACTS);
        var home = new TestHome(folder)
                .smallCompany()
                .feeds("stock_movement", "stock_count")
                .write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, stock]\n");
        try (var engine = home.engine(TestDatabase.fresh())) {
            var nights = new Nights(engine);
            byNight().forEach((night, facts) -> {
                InventedStock.write(home, night.toString(), facts);
                var result = nights.run(night.toString());
                assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
                var date = night.minusDays(dice.nextInt(DAYS));
                assertThat(shelves(engine, date))
                        .as("%s, in the night of %s", date, night)
                        .isEqualTo(goneThrough(nights, date));
            });
            for (var date : dates()) {
                assertThat(shelves(engine, date)).as("%s", date).isEqualTo(goneThrough(nights, date));
            }
        }
    }

    private static List<LocalDate> dates() {
        var last = FIRST.plusDays(DAYS);
        return Stream.concat(
                        Stream.of(FIRST.minusDays(1), last.plusDays(5), last.plusDays(27), last.plusDays(70)),
                        Stream.iterate(FIRST, day -> day.plusDays(9)).limit(9))
                .toList();
    }

    /** One night after the other brings ten days or so, and what comes late with them; the last brings all that is left. */
    private TreeMap<LocalDate, List<InventedStock.Fact>> byNight() {
        var nights = new TreeMap<LocalDate, List<InventedStock.Fact>>();
        int every = DAYS / NIGHTS + 1;
        for (var fact : new InventedStock(new Random(SEED), FIRST, DAYS).facts(FACTS)) {
            long after = fact.date().toEpochDay() - FIRST.toEpochDay();
            long night = Math.min(NIGHTS, after / every + 1 + (dice.nextInt(3) == 0 ? dice.nextInt(4) : 0));
            nights.computeIfAbsent(FIRST.plusDays(DAYS + night), any -> new ArrayList<>())
                    .add(fact);
        }
        return nights;
    }

    private static List<String> shelves(Engine engine, LocalDate date) {
        var work = engine.work();
        var parameters = ReportQuery.parameters(
                date,
                new Scope(ReportScope.COMPANY, Optional.empty(), "company"),
                work.home().company().stock());
        return new NamedParameterJdbcTemplate(work.jdbc())
                        .query(work.home().sql("report/part/shelf.sql") + ASKED, parameters, (row, n) -> {
                            var values = new ArrayList<String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                values.add(String.valueOf(row.getObject(i)));
                            }
                            return String.join(" ", values);
                        })
                        .stream()
                        .sorted()
                        .toList();
    }

    private static List<String> goneThrough(Nights nights, LocalDate date) {
        return new DaysOfShelves(nights).upTo(date);
    }
}
