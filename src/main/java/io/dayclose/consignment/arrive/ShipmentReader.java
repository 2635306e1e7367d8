package io.dayclose.consignment.arrive;

import io.dayclose.consignment.Parcel.Shipped;
import io.dayclose.consignment.ParcelStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the versions of the shipments that are due. */
public final class ShipmentReader {
    private final JdbcTemplate jdbc;

    public ShipmentReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param span carrier, first and last waybill */
    public List<Shipped> read(Object... span) {
        return jdbc.query("""
                SELECT s.waybill_no, s.dealer_code, s.shipped_on, s.status, s.status_on, s.status_at, s.confirmed_on, s.cod_amount, s.refused_amount,
                       s.cod_changed_at, COALESCE(s.batch_ref, ''), COALESCE(s.order_no, ''), COALESCE(s.parent_waybill_no, ''),
                       COALESCE(s.currency, ''), s.version
                FROM recon_due d JOIN shipment s ON s.carrier_code = d.carrier_code AND s.waybill_no = d.shipment
                WHERE d.carrier_code = ? AND d.waybill BETWEEN ? AND ? AND d.stage = 0 AND d.shipment <> ''
                ORDER BY s.waybill_no, s.version""", (row, n) -> shipped(row), span);
    }

    private static Shipped shipped(ResultSet row) throws SQLException {
        return new Shipped(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                ParcelStatus.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDateTime.class),
                row.getObject(7, LocalDate.class),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getObject(10, LocalDateTime.class),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getInt(15));
    }
}
