package io.dayclose.consignment.arrive;

import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.database.BulkRows;
import io.dayclose.database.InList;
import io.dayclose.phase.KeyForm;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what has come since the last round, without reading what came before, and marks the waybills it concerns. */
public final class Arrivals {
    private static final List<String> DUE = List.of("carrier_code", "waybill", "shipment", "stage");
    private static final int PIECE = 50_000;

    private final RoundStores stores;
    private final Nights nights;

    /** The nights whose facts may be new. */
    public record Nights(List<LocalDate> dates) {
        public String in(String column) {
            return column + " IN (" + InList.marks(dates) + ")";
        }

        Object[] and(Object... others) {
            return Stream.concat(dates.stream(), Stream.of(others)).toArray();
        }
    }

    public Arrivals(RoundStores stores, Nights nights) {
        this.stores = stores;
        this.nights = nights;
    }

    /** Of shipments whose latest version is not yet in their receivable. */
    public void shipments() {
        var sql = """
                SELECT s.carrier_code, s.waybill_no FROM shipment s
                LEFT JOIN receivable r ON r.kind = 'COD' AND r.debtor = s.carrier_code AND r.subject = s.waybill_no
                WHERE %s AND (r.subject IS NULL OR r.version < s.version) GROUP BY s.carrier_code, s.waybill_no""".formatted(nights.in("s.night"));
        var rows = new BulkRows[] {new BulkRows("recon_due", DUE)};
        stores.jdbc()
                .query(
                        sql,
                        row -> {
                            rows[0].add(row.getString(1), Waybills.normal(row.getString(2)), row.getString(2), 0L);
                            if (rows[0].size() == PIECE) {
                                stores.bulk().replace(rows[0]);
                                rows[0] = new BulkRows("recon_due", DUE);
                            }
                        },
                        nights.dates().toArray());
        stores.bulk().replace(rows[0]);
        strangers();
    }

    /** Lines whose waybill nobody knew: another carrier may have it now. */
    private void strangers() {
        stores.jdbc().update("""
                INSERT IGNORE INTO recon_due (carrier_code, waybill) SELECT DISTINCT l.carrier_code, l.waybill FROM statement_line l
                JOIN recon_due d ON d.waybill = l.waybill AND d.carrier_code <> l.carrier_code AND d.shipment <> ''
                WHERE l.reason IN ('UNKNOWN_WAYBILL', 'WRONG_CARRIER') AND l.state = 'LIVE' AND l.waybill <> ''""");
    }

    /** Agreements have changed: what is open and what waits is judged by the new ones, what is confirmed stays. */
    public void agreements() {
        stores.jdbc().update("UPDATE carrier_statement SET checks = 1 WHERE tolerance_refused <> 0");
        stores.jdbc().update("UPDATE carrier_statement SET fees_checked = 0 WHERE fee_since IS NOT NULL");
        stores.jdbc()
                .update(
                        "INSERT INTO recon_due (carrier_code, waybill) SELECT DISTINCT debtor, waybill FROM receivable WHERE is_open = 1 AND kind <> 'CONSIGNMENT_SETTLEMENT' ON DUPLICATE KEY UPDATE stage = 0");
        stores.jdbc()
                .update(
                        "INSERT INTO recon_due (carrier_code, waybill) SELECT DISTINCT l.carrier_code, l.waybill FROM suspense s JOIN statement_line l ON l.line_id = s.line_id WHERE s.ends = '9999-12-31' AND s.line_id <> 0 ON DUPLICATE KEY UPDATE stage = 0");
    }

    /** A statement by its carrier and number. */
    public record Key(String carrier, String statement) {
        public static final KeyForm<Key> FORM = KeyForm.ofParts(
                key -> List.of(key.carrier(), key.statement()), parts -> new Key(parts.get(0), parts.get(1)));
    }

    /** Statements of which there are more facts than their lines were made from, and those that have to look again. */
    public List<Key> statements() {
        return stores.jdbc()
                .query(
                        """
                SELECT f.carrier_code, f.statement_no FROM (
                    SELECT carrier_code, statement_no FROM remittance_statement WHERE %s
                    UNION SELECT carrier_code, statement_no FROM remittance_line WHERE %s
                    UNION SELECT carrier_code, statement_no FROM carrier_statement WHERE facts = -1) f
                LEFT JOIN carrier_statement c ON c.carrier_code = f.carrier_code AND c.statement_no = f.statement_no
                WHERE c.statement_no IS NULL OR c.facts <> (
                    SELECT COUNT(*) FROM remittance_statement h WHERE h.carrier_code = f.carrier_code AND h.statement_no = f.statement_no) + (
                    SELECT COUNT(*) FROM remittance_line l WHERE l.carrier_code = f.carrier_code AND l.statement_no = f.statement_no)
                ORDER BY f.carrier_code, f.statement_no""".formatted(nights.in("night"), nights.in("night")),
                        (row, n) -> new Key(row.getString(1), row.getString(2)),
                        nights.and(nights.dates().toArray()));
    }

    /** Goods that came back, and differences that time brings. */
    public void others() {
        var back = stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT reference FROM stock_movement WHERE " + nights.in("night")
                                + " AND type = 'RECEIVE' AND reference IS NOT NULL",
                        String.class,
                        nights.dates().toArray());
        for (int from = 0; from < back.size(); from += PIECE / 50) {
            var piece = back.subList(from, Math.min(back.size(), from + PIECE / 50)).stream()
                    .map(Waybills::normal)
                    .collect(Collectors.toSet());
            stores.jdbc()
                    .update(
                            "INSERT IGNORE INTO recon_due (carrier_code, waybill, stage) SELECT DISTINCT debtor, waybill, 1 FROM receivable WHERE kind = 'COD' AND waybill IN ("
                                    + InList.marks(piece) + ")",
                            piece.toArray());
        }
        stores.jdbc()
                .update(
                        "INSERT IGNORE INTO recon_due (carrier_code, waybill, stage) SELECT DISTINCT debtor, waybill, 1 FROM receivable WHERE kind <> 'CONSIGNMENT_SETTLEMENT' AND attention <= ?",
                        stores.asOf());
    }

    public Nights nights() {
        return nights;
    }
}
