package io.dayclose.consignment.store;

import io.dayclose.consignment.ParcelStatus;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.InList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private List<Kept> load(String rest, Object... values) {
        return jdbc.query(SELECT + rest, (row, n) -> kept(row), values);
    }

    public Optional<Kept> of(ReceivableKind kind, String debtor, String subject) {
        return load("WHERE r.kind = ? AND r.debtor = ? AND r.subject = ?", kind.name(), debtor, subject).stream()
                .findFirst();
    }

    /** What dealers other than this one owe for a settlement. */
    public List<Kept> settlementOfOthers(String number, String dealer) {
        return load(
                "WHERE r.kind = 'CONSIGNMENT_SETTLEMENT' AND r.subject = ? AND r.debtor <> ? AND r.gross <> 0",
                number,
                dealer);
    }

    /** What a dealer still owes for what he has sold. */
    public List<Kept> openSettlements(String dealer) {
        return load("WHERE r.debtor = ? AND r.kind = 'CONSIGNMENT_SETTLEMENT' AND r.is_open = 1", dealer);
    }

    /** Parcels of a carrier that are open and proposed for a line. */
    public List<Kept> proposed(String carrier) {
        return load("WHERE r.debtor = ? AND r.is_open = 1 AND r.proposed <> '' AND r.kind = 'COD'", carrier);
    }

    /** Parcels of a batch that are proposed for its lines. */
    public List<Kept> proposedIn(String carrier, String batch) {
        return load(
                "WHERE r.debtor = ? AND r.batch_ref = ? AND r.proposed = ? AND r.kind = 'COD'", carrier, batch, batch);
    }

    /** Parcels of a carrier that are on their way to being paid, of which just one of these amounts is open; first due first. */
    public List<Kept> openOf(String carrier, Collection<?> amounts) {
        return load(
                "WHERE r.debtor = ? AND r.is_open = 1 AND r.kind = 'COD' AND r.status <> 'SHIPPED' AND r.gross + r.adjusted - r.settled - r.written_off IN ("
                        + InList.marks(amounts) + ") ORDER BY r.due_on, r.subject",
                Stream.concat(Stream.of(carrier), amounts.stream()).toArray());
    }

    /** What a line may name of a parcel. */
    public enum Reference {
        BATCH("batch_ref"),
        ORDER("order_no"),
        PARENT("parent"),
        WAYBILL("waybill");

        private final String column;

        Reference(String column) {
            this.column = column;
        }
    }

    /** Parcels of a carrier that bear one of these references. */
    public List<Kept> named(String carrier, Reference reference, Collection<String> keys) {
        return load(
                "WHERE r.%s IN (%s) AND r.debtor = ? AND r.kind = 'COD'"
                        .formatted(reference.column, InList.marks(keys)),
                Stream.concat(keys.stream(), Stream.of(carrier)).toArray());
    }

    /** Those of waybills that are due: to be matched (stage 0) or judged (stage 1). */
    public List<Kept> due(int stage, Span span) {
        return load(
                DueWaybills.joined("r.debtor", "r.waybill", stage) + " AND r.kind <> 'CONSIGNMENT_SETTLEMENT'",
                span.values());
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
