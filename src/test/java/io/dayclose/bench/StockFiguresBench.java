package io.dayclose.bench;

import io.dayclose.app.Engine;
import io.dayclose.config.Report;
import io.dayclose.config.ReportScope;
import io.dayclose.report.ReportQuery;
import io.dayclose.report.Scope;
import io.dayclose.stock.roll.StockPhases;
import io.dayclose.target.metric.MetricStore;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** What each metric and each sheet of the stock workbook takes after four weeks of such nights: for the company and for one branch of ten. */
@Tag("bench")
class StockFiguresBench {
    private static final int OUTLETS = Integer.getInteger("stock.outlets", 2_000);
    private static final int SHELVES = Integer.getInteger("stock.shelves", 500);
    private static final int LINES = Integer.getInteger("figures.lines", 100_000);
    private static final int NIGHTS = Integer.getInteger("figures.nights", 28);
    private static final int TIMES = Integer.getInteger("stock.times", 3);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final Medians seconds = new Medians();

    @TempDir
    private Path folder;

    @Test
    void figures_of_full_shelves() {
        try (var engine = new TestHome(folder).engine(TestDatabase.fresh())) {
            fill(engine);
            for (int time = 0; time < TIMES; time++) {
                metrics(engine);
                sheets(engine, new Scope(ReportScope.COMPANY, Optional.empty(), "company"));
                sheets(engine, new Scope(ReportScope.BRANCH, Optional.of("B3"), "branch"));
            }
        }
        System.out.printf(
                "%n%,d nights of %,d lines over %,d shelves, medians of %d%n", NIGHTS, LINES, OUTLETS * SHELVES, TIMES);
        for (var what : seconds.names()) {
            System.out.printf("%-40s %8.2f s%n", what, seconds.of(what));
        }
    }

    private static void fill(Engine engine) {
        var shelves = new BenchShelves(OUTLETS, SHELVES);
        shelves.open(engine, LAST.minusDays(NIGHTS));
        shelves.stand(engine, LAST.minusDays(NIGHTS));
        for (var day = LAST.minusDays(NIGHTS - 1L); !day.isAfter(LAST); day = day.plusDays(1)) {
            shelves.sell(engine, day, LINES);
        }
        engine.work().jdbc().update("""
                INSERT INTO stock_movement (movement_no, line_no, business_date, outlet_code, product_code, type, quantity, version, night, source_id, source_line)
                VALUES ('M1', 1, ?, 'W00000', 'G00000', 'RECEIVE', 40, 1, ?, 1, 1)""", LAST, LAST);
        var transaction = new TransactionTemplate(engine.transactions());
        new StockPhases(engine.work().jdbc(), engine.work().bulk())
                .begin()
                .forEach((key, piece) -> transaction.executeWithoutResult(status -> piece.run()));
        engine.work().bulk().countGrown();
    }

    private void metrics(Engine engine) {
        var home = engine.work().home();
        var store = new MetricStore(engine.work().jdbc(), home);
        home.metrics().keySet().forEach(name -> {
            long began = System.nanoTime();
            store.values(name, LAST.withDayOfMonth(1), LAST);
            seconds.note("metric " + name, (System.nanoTime() - began) / 1e9);
        });
    }

    private void sheets(Engine engine, Scope scope) {
        var work = engine.work();
        var query = new ReportQuery(work.dataSource());
        var parameters =
                ReportQuery.parameters(LAST, scope, work.home().company().stock());
        for (var sheet : report(engine).sheets()) {
            long began = System.nanoTime();
            query.rows(sheet, work.home().sql(sheet.sql()), parameters, row -> {});
            seconds.note(scope.kind() + ", " + sheet.id(), (System.nanoTime() - began) / 1e9);
        }
    }

    private static Report report(Engine engine) {
        return engine.work().home().reportsOf("nightly").stream()
                .filter(each -> each.name().equals("stock"))
                .findFirst()
                .orElseThrow();
    }
}
