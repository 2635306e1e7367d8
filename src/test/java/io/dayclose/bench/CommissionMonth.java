package io.dayclose.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.explain.Explainer;
import io.dayclose.commission.posting.CommissionPhases;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/** A month of the company: a night brings master data, lines and cards are loaded, and the commission step follows. */
final class CommissionMonth implements AutoCloseable {
    private final CommissionLines lines;
    private final TestDatabase database = TestDatabase.fresh();
    private final Engine engine;

    CommissionMonth(Path folder, CommissionLines lines) {
        this.lines = lines;
        engine = CommissionHome.of(folder).engine(database);
        new TimedNight(engine, lines.first().minusDays(1));
    }

    /** Brings the lines and cards of some days, as their nights would have left them, and closes the days. */
    void bring(List<LocalDate> days) throws SQLException {
        try (var pool = (HikariDataSource) database.dataSource();
                var connection = pool.getConnection()) {
            for (var day : days) {
                References.load(connection, lines.sales(day, source("sale", day)), "sale", References.TECHNICAL);
                References.load(connection, lines.cards(day, source("warranty_card", day)), "warranty_card");
                closed(day);
            }
        }
        jdbc().execute("ANALYZE TABLE sale, warranty_card, fact_day");
    }

    private long source(String feed, LocalDate day) {
        jdbc().update("""
                INSERT INTO feed_source (feed, night, name, kind, state, taken_at) VALUES (?, ?, 'bench', 'FILE', 'DONE', NOW())""", feed, day);
        jdbc().update("INSERT INTO fact_day (feed, business_date, changes) VALUES (?, ?, 1)", feed, day);
        return count("SELECT MAX(source_id) FROM feed_source");
    }

    /** Closes a day as far as a month's close asks for it. */
    void closed(LocalDate day) {
        jdbc().update(
                        "INSERT INTO business_day (business_date, run_id, closed_at, digest) VALUES (?, 0, NOW(), '')",
                        day);
    }

    /** The commission step of a night, each task in a transaction of its own. */
    TimedStep step(LocalDate night) {
        var work = engine.work();
        var transaction = new TransactionTemplate(engine.transactions());
        var timed = new TimedStep();
        new CommissionPhases(work.jdbc(), work.bulk(), work.home().plans().values())
                .begin(night, 0)
                .forEach((key, piece) -> {
                    transaction.executeWithoutResult(status -> piece.run());
                    timed.ended(part(key.phase()));
                });
        return timed;
    }

    private static String part(String phase) {
        return List.of("plans", "cards", "lines").contains(phase) ? phase : "posting";
    }

    /** What the server takes to hand over the same columns of the same lines, when nothing is done with them. */
    Duration bareRead(LocalDate day) {
        var streaming = new JdbcTemplate(engine.work().dataSource());
        streaming.setFetchSize(Integer.MIN_VALUE);
        long began = System.nanoTime();
        streaming.query("""
                SELECT doc_no, line_no, kind, outlet_code, seller_code, product_code, quantity, amount, serial_no,
                       original_doc_no, original_line_no, version, source_id, void, business_date, night
                FROM sale FORCE INDEX (sale_by_date) WHERE business_date = ?""", (RowCallbackHandler) row -> {}, day);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Shows how the fen of an account's month came about; master data is read for it as the command does. */
    Duration explain(Account account, YearMonth month) {
        var work = engine.work();
        long began = System.nanoTime();
        var books =
                PostingContext.of(work.jdbc(), work.bulk(), work.home().plans().values());
        var explanation = new Explainer(books).explain(account, month);
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (!explanation.agrees() || explanation.posted().total().signum() == 0) {
            throw new IllegalStateException(account + ": " + explanation);
        }
        return took;
    }

    /** The first payees to whom a plan has brought anything. */
    List<String> paid(String plan, int most) {
        return new JdbcTemplate(database.dataSource())
                .queryForList(
                        "SELECT payee_code FROM ledger WHERE plan = ? GROUP BY payee_code HAVING SUM(amount) <> 0 ORDER BY payee_code LIMIT ?",
                        String.class,
                        plan,
                        most);
    }

    /** Closes the month of a day. */
    Duration close(LocalDate day) {
        var request = new MonthClose.Request(YearMonth.from(day), false, Optional.empty(), "bench", 0);
        long began = System.nanoTime();
        if (!new BookOperations(engine.work(), engine.transactions()).closeMonth(request)) {
            throw new IllegalStateException(request + " was closed already");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    long count(String sql, Object... parameters) {
        var count = jdbc().queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }

    private JdbcTemplate jdbc() {
        return engine.work().jdbc();
    }

    @Override
    public void close() {
        engine.close();
    }
}
