package io.dayclose.consignment.store;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.phase.KeyForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The waybills that are due in a round, table {@code recon_due}: to be made from their shipments, matched (stage 0) or judged (stage 1).
 * Each phase marks what the next one has to do, in the transaction of what it does itself.
 */
public final class DueWaybills {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    public DueWaybills(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Marks a waybill to be matched again, also when it was only to be judged. */
    public void due(String carrier, String waybill) {
        jdbc.update(
                "INSERT INTO recon_due (carrier_code, waybill) VALUES (?, ?) ON DUPLICATE KEY UPDATE stage = 0",
                carrier,
                waybill);
    }

    /** Marks a parcel to be made from its shipment and matched again: what a lost one is claimed for hangs on what has come. */
    public void remake(Receivable item) {
        if (item.kind() == ReceivableKind.CONSIGNMENT_SETTLEMENT) {
            return;
        }
        jdbc.update("""
                INSERT INTO recon_due (carrier_code, waybill, shipment) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE stage = 0, shipment = VALUES(shipment)""", item.debtor(), item.normal(), item.subject());
    }

    /** Marks carriers' waybills to be matched again; a shipment that is due with one stays so. */
    public void due(Set<List<String>> carriersAndWaybills) {
        var rows = new BulkRows("recon_due", List.of("carrier_code", "waybill"));
        carriersAndWaybills.forEach(each -> rows.add(each.get(0), each.get(1)));
        bulk.insertNew(rows);
    }

    /** Marks a waybill to be judged again, without matching it. */
    public void judge(String carrier, String waybill) {
        jdbc.update("INSERT IGNORE INTO recon_due (carrier_code, waybill, stage) VALUES (?, ?, 1)", carrier, waybill);
    }

    /** Waybills of one carrier, from one to another; the empty one stands for lines without any. */
    public record Span(String carrier, String first, String last) {
        public static final KeyForm<Span> FORM = KeyForm.ofParts(
                span -> List.of(span.carrier(), span.first(), span.last()),
                parts -> new Span(parts.get(0), parts.get(1), parts.get(2)));

        /** Carrier, first and last, for a query that is {@link DueWaybills#joined}. */
        public Object[] values() {
            return new Object[] {carrier, first, last};
        }
    }

    /** All waybills of a stage, in pieces of one carrier and so many at most. */
    public List<Span> spans(int stage, int atOnce) {
        var spans = new ArrayList<Span>();
        jdbc.query(
                        "SELECT carrier_code, MIN(waybill), MAX(waybill) FROM recon_due WHERE stage = ? GROUP BY carrier_code ORDER BY carrier_code",
                        (row, n) -> new Span(row.getString(1), row.getString(2), row.getString(3)),
                        stage)
                .forEach(whole -> spans.addAll(pieces(whole, stage, atOnce)));
        return spans;
    }

    private List<Span> pieces(Span whole, int stage, int atOnce) {
        var pieces = new ArrayList<Span>();
        var edges = edges(whole, stage, atOnce);
        var first = whole.first();
        while (edges.size() == 2) {
            pieces.add(new Span(whole.carrier(), first, edges.get(0)));
            first = edges.get(1);
            edges = edges(new Span(whole.carrier(), first, whole.last()), stage, atOnce);
        }
        pieces.add(new Span(whole.carrier(), first, whole.last()));
        return pieces;
    }

    /** The last waybill of the first piece and the one after it, if there are that many. */
    private List<String> edges(Span span, int stage, int atOnce) {
        return jdbc.queryForList(
                "SELECT waybill FROM recon_due WHERE stage = ? AND carrier_code = ? AND waybill >= ? ORDER BY waybill LIMIT 2 OFFSET "
                        + (atOnce - 1),
                String.class,
                stage,
                span.carrier(),
                span.first());
    }

    /**
     * A waybill that is due.
     *
     * @param shipment the waybill as our shipment writes it, when there is a new version of it
     */
    public record Due(String carrier, String waybill, String shipment) {}

    /** Those of a span that are to be matched, in their order. */
    public List<Due> toMatch(Span span) {
        return jdbc.query(
                "SELECT carrier_code, waybill, shipment FROM recon_due WHERE stage = 0 AND carrier_code = ? AND waybill BETWEEN ? AND ? ORDER BY waybill",
                (row, n) -> new Due(row.getString(1), row.getString(2), row.getString(3)),
                span.values());
    }

    /** Takes the waybills of a span off a stage. */
    public void done(int stage, Span span) {
        jdbc.update(
                "DELETE FROM recon_due WHERE stage = ? AND carrier_code = ? AND waybill BETWEEN ? AND ?",
                stage,
                span.carrier(),
                span.first(),
                span.last());
    }

    /**
     * Joins a table's rows with the waybills that are due: the end of a query, for a carrier and from one waybill to another.
     *
     * @param stage 0 for those to be matched, 1 for those to be judged
     */
    public static String joined(String carrierColumn, String waybillColumn, int stage) {
        return " JOIN recon_due d ON d.carrier_code = %s AND d.waybill = %s WHERE d.carrier_code = ? AND d.waybill BETWEEN ? AND ? AND d.stage = %d"
                .formatted(carrierColumn, waybillColumn, stage);
    }
}
