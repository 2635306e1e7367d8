package io.dayclose.consignment.store;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
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
