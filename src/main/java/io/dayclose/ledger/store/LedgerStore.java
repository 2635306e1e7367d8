package io.dayclose.ledger.store;

import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends to the ledger; nothing in it is ever changed. */
public final class LedgerStore {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    public LedgerStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Whose account: a payee's under a plan, or under none when that is empty. */
    public record Payee(String plan, String kind, String code) {}

    /** A posting that is empty yet. */
    public PostingBatch batch(PostingHeader header) {
        return new PostingBatch(bulk, header);
    }

    /** What a change of the earning of a plan has been posted as so far. */
    public EntryType earns(String plan) {
        var subsidies = jdbc.queryForObject(
                "SELECT COUNT(*) FROM ledger WHERE plan = ? AND type = 'SUBSIDY'", Long.class, plan);
        return subsidies != null && subsidies > 0 ? EntryType.SUBSIDY : EntryType.EARN;
    }

    /** An entry as it stands in the ledger. */
    public record Line(LocalDate date, YearMonth posting, Entry entry) {}

    /** The entries of one payee's origin month under a plan, in the order in which they were posted. */
    public List<Line> entries(Payee payee, YearMonth origin) {
        return jdbc.query(
                """
                SELECT business_date, posting_month, type, cause, amount FROM ledger
                WHERE plan = ? AND origin_month = ? AND payee_kind = ? AND payee_code = ? ORDER BY entry_id""",
                (row, n) -> new Line(
                        row.getObject(1, LocalDate.class),
                        YearMonth.parse(row.getString(2)),
                        new Entry(
                                EntryType.valueOf(row.getString(3)),
                                Cause.valueOf(row.getString(4)),
                                row.getBigDecimal(5))),
                payee.plan(),
                origin.toString(),
                payee.kind(),
                payee.code());
    }

    /** The number of the last entry, 0 in an empty ledger. */
    public long lastEntry() {
        var last = jdbc.queryForObject("SELECT COALESCE(MAX(entry_id), 0) FROM ledger", Long.class);
        return last == null ? 0 : last;
    }
}
