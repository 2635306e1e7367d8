package io.dayclose.consignment.store;

import io.dayclose.consignment.ParcelStatus;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.Waybills;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Receivables as they stand. */
public final class ReceivableStore {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "debtor",
            "subject",
            "waybill",
            "dealer_code",
            "currency",
            "gross",
            "adjusted",
            "settled",
            "tolerated",
            "credited",
            "written_off",
            "due_on",
            "cycle",
            "status",
            "status_on",
            "batch_ref",
            "order_no",
            "parent",
            "changed_at",
            "version",
            "reopened",
            "proposed",
            "state",
            "is_open",
            "attention",
            "since");
    private static final String SELECT = "SELECT "
            + String.join(", ", COLUMNS.stream().map(each -> "r." + each).toList()) + " FROM receivable r ";

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    public ReceivableStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /**
     * A receivable and what is kept about it.
     *
     * @param since the night it was first known
     * @param attention when time alone may bring the next difference
     */
    public record Kept(
            Receivable item, LocalDate since, @Nullable LocalDate attention) {
        /** The same with other figures. */
        public Kept with(Receivable now) {
            return new Kept(now, since, attention);
        }

        public Kept attention(@Nullable LocalDate date) {
            return new Kept(item, since, date);
        }
    }

    /** @param rest of the query, after {@code FROM receivable r} */
    public List<Kept> load(String rest, Object... values) {
        return jdbc.query(SELECT + rest, (row, n) -> kept(row), values);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var item = new Receivable(
                ReceivableKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                new Due(row.getObject(13, LocalDate.class), row.getString(14)),
                new Track(
                        ParcelStatus.valueOf(row.getString(15)),
                        row.getObject(16, LocalDate.class),
                        row.getString(17),
                        row.getString(18),
                        row.getString(19),
                        row.getObject(20, LocalDateTime.class),
                        row.getLong(21)),
                row.getBoolean(22),
                row.getString(23));
        return new Kept(item, row.getObject(27, LocalDate.class), row.getObject(26, LocalDate.class));
    }

    public void put(Collection<Kept> all) {
        var rows = new BulkRows("receivable", COLUMNS);
        all.forEach(each -> add(rows, each));
        bulk.replace(rows);
    }

    private static void add(BulkRows rows, Kept kept) {
        var item = kept.item();
        var track = item.track();
        rows.add(
                item.kind().name(),
                item.debtor(),
                item.subject(),
                item.normal(),
                item.dealer(),
                item.currency(),
                item.gross(),
                item.adjusted(),
                item.settled(),
                item.tolerated(),
                item.credited(),
                item.writtenOff(),
                item.due().on(),
                item.due().cycle(),
                track.status().name(),
                track.statusOn(),
                track.batch(),
                Waybills.normal(track.order()),
                Waybills.normal(track.parent()),
                moment(track.changedAt()),
                track.version(),
                item.reopened() ? 1L : 0L,
                item.proposed(),
                item.state().name(),
                item.open().signum() == 0 ? 0L : 1L,
                kept.attention(),
                kept.since());
    }

    private static @Nullable String moment(@Nullable LocalDateTime at) {
        return at == null ? null : at.toString().replace('T', ' ');
    }
}
