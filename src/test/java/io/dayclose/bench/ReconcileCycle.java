package io.dayclose.bench;

import io.dayclose.app.Engine;
import io.dayclose.consignment.round.ReconcilePhases;
import io.dayclose.database.BulkRows;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A carrier's cycle: so many parcels delivered, and a statement of as many lines in another order. One line in a hundred is short,
 * one in two hundred is missing, and as many name a waybill nobody knows.
 */
final class ReconcileCycle implements AutoCloseable {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 24);
    private static final int PIECE = 50_000;
    private static final List<String> SHIPMENT = List.of(
            "carrier_code",
            "waybill_no",
            "dealer_code",
            "shipped_on",
            "status",
            "status_on",
            "cod_amount",
            "version",
            "night",
            "source_id",
            "source_line");
    private static final List<String> LINE = List.of(
            "carrier_code",
            "statement_no",
            "revision",
            "line_no",
            "waybill_no",
            "type",
            "gross",
            "fee",
            "net",
            "version",
            "night",
            "source_id",
            "source_line");

    private final int size;
    private final Engine engine;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;

    ReconcileCycle(Path folder, int size) {
        this.size = size;
        var home = new TestHome(folder).write("jobs-config/carriers/SF.yml", """
                carrier: SF
                title: SF
                agreements:
                  - {from: 2026-01-01, cycle: half-month, pay-by: {first-half: 20, second-half: next-month 5}, grace-days: 3,
                     fee: {percent: 0.3, mode: netted}, tolerance: {short: 0.50, over: 0.50, per-statement: 100}}
                """);
        engine = home.engine(TestDatabase.fresh());
        shipments();
        lines();
        jdbc().update("""
                INSERT INTO remittance_statement (carrier_code, statement_no, revision, period_from, period_to, line_count, gross, fee, net, version, night, source_id, source_line)
                VALUES ('SF', 'S1', 1, '2026-11-01', '2026-11-15', ?, ?, ?, ?, 1, ?, 0, 0)""", size, gross, fee, gross.subtract(fee), NIGHT);
        jdbc().execute("ANALYZE TABLE shipment, remittance_line");
    }

    private static BigDecimal cod(long parcel) {
        return BigDecimal.valueOf(10_000 + parcel * 7919 % 190_000, 2);
    }

    private static String waybill(long parcel) {
        return "SF%012d".formatted(parcel);
    }

    private void shipments() {
        for (int from = 0; from < size; from += PIECE) {
            var rows = new BulkRows("shipment", SHIPMENT);
            for (int i = from; i < Math.min(size, from + PIECE); i++) {
                rows.add("SF", waybill(i), "D1", "2026-11-05", "DELIVERED", "2026-11-10", cod(i), 1L, NIGHT, 0L, 0L);
            }
            engine.work().bulk().insertNew(rows);
        }
    }

    /** In another order than the parcels, as carriers send them. */
    private void lines() {
        for (int from = 0; from < size; from += PIECE) {
            var rows = new BulkRows("remittance_line", LINE);
            for (long i = from; i < Math.min(size, from + PIECE); i++) {
                long parcel = (i * 611_953 + 17) % size;
                boolean unknown = parcel % 200 == 3;
                var amount = parcel % 100 == 7 ? cod(parcel).subtract(BigDecimal.TEN) : cod(parcel);
                var charged = amount.multiply(new BigDecimal("0.003")).setScale(2, RoundingMode.HALF_UP);
                gross = gross.add(amount);
                fee = fee.add(charged);
                rows.add(
                        "SF",
                        "S1",
                        1L,
                        i,
                        unknown ? "X" + parcel : waybill(parcel),
                        "COLLECT",
                        amount,
                        charged,
                        amount.subtract(charged),
                        1L,
                        NIGHT,
                        0L,
                        0L);
            }
            engine.work().bulk().insertNew(rows);
        }
    }

    /** The step of the night, each task in a transaction of its own. */
    TimedStep step() {
        var work = engine.work();
        var transaction = new TransactionTemplate(engine.transactions());
        var timed = new TimedStep();
        new ReconcilePhases(work.jdbc(), work.bulk(), work.home())
                .begin(NIGHT, 0)
                .forEach((key, piece) -> {
                    transaction.executeWithoutResult(status -> piece.run());
                    timed.ended(key.phase());
                });
        return timed;
    }

    /** What the server takes to hand over the same facts, when nothing is done with them. */
    Duration bareRead() {
        var streaming = new JdbcTemplate(engine.work().dataSource());
        streaming.setFetchSize(Integer.MIN_VALUE);
        long began = System.nanoTime();
        streaming.query("SELECT * FROM shipment", (RowCallbackHandler) row -> {});
        streaming.query("SELECT * FROM remittance_line", (RowCallbackHandler) row -> {});
        return Duration.ofNanos(System.nanoTime() - began);
    }

    long count(String sql) {
        var count = jdbc().queryForObject(sql, Long.class);
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
