package io.dayclose.stock.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.app.Engine;
import io.dayclose.stock.InventedStock;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Cut off in any task, begun again from the start: the shelves of a night that nobody has disturbed. */
class CutStockTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 4;
    private static final int CELLS = 3;

    /** What somebody may do to the books from outside: each alone must be found. */
    private static final List<String> HARMS = List.of(
            "UPDATE stock_day SET closing = closing + 1 LIMIT 1",
            "UPDATE stock_day SET opening = opening + 1 LIMIT 1",
            "UPDATE stock_day SET received = received + 1 LIMIT 1",
            "UPDATE stock_cell SET owned = owned + 1 LIMIT 1",
            "UPDATE stock_cell SET sold_28 = sold_28 + 1 LIMIT 1",
            "UPDATE product_day SET sold_quantity = sold_quantity + 1 LIMIT 1",
            "UPDATE stock_movement SET quantity = quantity + 1 LIMIT 1");

    @TempDir
    private Path folder;

    @Test
    void a_night_that_is_cut_off_at_each_of_its_keys_comes_to_the_same() {
        var facts = new InventedStock(new Random(7), FIRST, DAYS).facts(400);
        List<String> calm;
        try (var engine = extracted("calm", facts)) {
            var transaction = new TransactionTemplate(engine.transactions());
            new StockPhases(engine.work().jdbc(), engine.work().bulk(), CELLS)
                    .begin()
                    .forEach((key, piece) -> transaction.executeWithoutResult(status -> piece.run()));
            calm = shelves(engine);
        }
        assertThat(calm).hasSizeGreaterThan(50);
        try (var engine = extracted("cut", facts)) {
            assertThat(cut(engine)).as("times it was cut off").isGreaterThan(5);
            assertThat(shelves(engine)).isEqualTo(calm);
            assertThat(new Nights(engine).rows("SELECT * FROM stocked_day WHERE feed = 'proof'"))
                    .as("what was not proved")
                    .isEmpty();
        }
    }

    @Test
    void who_is_cut_off_before_the_proof_proves_it_when_he_goes_on() {
        var facts = new InventedStock(new Random(8), FIRST, DAYS).facts(100);
        try (var engine = extracted("unproved", facts)) {
            var transaction = new TransactionTemplate(engine.transactions());
            var phases = new StockPhases(engine.work().jdbc(), engine.work().bulk()).begin();
            for (var next = phases.next(); !next.orElseThrow().phase().equals("proof"); next = phases.next()) {
                var key = next.get();
                transaction.executeWithoutResult(status -> phases.run(key));
            }
            for (var harm : HARMS) {
                transaction.executeWithoutResult(status -> {
                    assertThat(engine.work().jdbc().update(harm)).as(harm).isOne();
                    var again =
                            new StockPhases(engine.work().jdbc(), engine.work().bulk()).begin();
                    assertThatThrownBy(again::runAll).as(harm).isInstanceOf(Refusal.class);
                    status.setRollbackOnly();
                });
            }
            new StockPhases(engine.work().jdbc(), engine.work().bulk()).begin().runAll();
        }
    }

    /** Each time one key more is done and the one after it is lost. */
    private static int cut(Engine engine) {
        var transaction = new TransactionTemplate(engine.transactions());
        for (int times = 1; ; times++) {
            var phases = new StockPhases(engine.work().jdbc(), engine.work().bulk(), CELLS).begin();
            var next = phases.next();
            for (int done = 0; done < times && next.isPresent(); done++) {
                var key = next.get();
                transaction.executeWithoutResult(status -> phases.run(key));
                next = phases.next();
            }
            if (next.isEmpty()) {
                return times;
            }
            var lost = next.get();
            transaction.executeWithoutResult(status -> {
                phases.run(lost);
                status.setRollbackOnly();
            });
        }
    }

    private static List<String> shelves(Engine engine) {
        return Stream.of(InventedStock.SHELVES, InventedStock.NOW)
                .flatMap(sql -> new Nights(engine).rows(sql).stream())
                .toList();
    }

    /** A night that has only taken its facts in. */
    private Engine extracted(String name, List<InventedStock.Fact> facts) {
        var home = new TestHome(folder.resolve(name))
                .smallCompany()
                .feeds("stock_movement", "stock_count")
                .write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract]\n");
        InventedStock.write(home, name, facts);
        var engine = home.engine(TestDatabase.fresh());
        var result = new Nights(engine).run(FIRST.plusDays(DAYS).toString());
        assertThat(result.exitCode()).as("%s", result.problems()).isIn(0, 4);
        return engine;
    }
}
