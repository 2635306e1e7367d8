package io.dayclose.bench;

import io.dayclose.app.Engine;
import io.dayclose.stock.roll.StockPhases;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A night's stock: every outlet has some of the products on its shelves, and so many lines are sold of them. Beside a bare read of the
 * night's sums, and beside a tenth of the lines on the same shelves: the cost must follow the night, not the shelves.
 */
@Tag("bench")
class StockBench {
    private static final int OUTLETS = Integer.getInteger("stock.outlets", 2_000);
    private static final int SHELVES = Integer.getInteger("stock.shelves", 500);
    private static final int LINES = Integer.getInteger("stock.lines", 1_000_000);
    private static final int TIMES = Integer.getInteger("stock.times", 3);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int TENTH = 10;

    private final Medians seconds = new Medians();
    private final BenchShelves shelves = new BenchShelves(OUTLETS, SHELVES);

    @TempDir
    private Path folder;

    @Test
    void nights_over_full_shelves() {
        try (var engine = new TestHome(folder).engine(TestDatabase.fresh())) {
            shelves.stand(engine, FIRST);
            roll("first", engine);
            for (int time = 0; time < TIMES; time++) {
                var day = FIRST.plusDays(1 + 2L * time);
                shelves.sell(engine, day, LINES / TENTH);
                roll("tenth", engine);
                shelves.sell(engine, day.plusDays(1), LINES);
                note("full: bare read of the sums", bareRead(engine, day.plusDays(1)));
                roll("full", engine);
            }
        }
        System.out.printf(
                "%n%,d lines over %,d shelves, heap %d MB, medians of %d%n",
                LINES, OUTLETS * SHELVES, Runtime.getRuntime().maxMemory() >> 20, TIMES);
        for (var what : seconds.names()) {
            System.out.printf("%-40s %8.2f s%n", what, seconds.of(what));
        }
    }

    private void roll(String name, Engine engine) {
        var transaction = new TransactionTemplate(engine.transactions());
        var timed = new TimedStep();
        new StockPhases(engine.work().jdbc(), engine.work().bulk()).begin().forEach((key, piece) -> {
            transaction.executeWithoutResult(status -> piece.run());
            timed.ended(key.phase());
        });
        note(name + ": step", timed.whole());
        timed.parts().forEach((part, took) -> note(name + ":   " + part, took));
        note(name + ":   the program at work", timed.programAtWork());
        note(name + ":   the server at work", timed.serverAtWork());
    }

    private static Duration bareRead(Engine engine, LocalDate day) {
        var streaming = new JdbcTemplate(engine.work().dataSource());
        streaming.setFetchSize(Integer.MIN_VALUE);
        long began = System.nanoTime();
        streaming.query("SELECT * FROM product_day WHERE business_date = ?", (RowCallbackHandler) row -> {}, day);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void note(String what, Duration took) {
        seconds.note(what, took.toNanos() / 1e9);
    }
}
