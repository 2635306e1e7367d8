package io.dayclose.ledger;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends to the ledger; nothing in it is ever changed. */
public final class LedgerStore {
    private static final List<String> COLUMNS = List.of(
            "plan",
            "payee_kind",
            "payee_code",
            "origin_month",
            "posting_month",
            "business_date",
            "type",
            "cause",
            "amount",
            "posted_by",
            "run_id");

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    public LedgerStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Whose account: a payee's under a plan, or under none when that is empty. */
    public record Payee(String plan, String kind, String code) {}

    /**
     * One posting of one origin month.
     *
     * @param by what posts, such as {@code round 17}: it cannot post an entry twice
     * @param runId 0 for a person at the shell
     */
    public record Slip(YearMonth origin, YearMonth posting, LocalDate date, String by, long runId) {}

    /** Entries on their way into the ledger. */
    public final class Page {
        private final BulkRows rows = new BulkRows("ledger", COLUMNS);
        private final Slip slip;

        private Page(Slip slip) {
            this.slip = slip;
        }

        /** Adds entries of one payee; those alike in type and cause become one. */
        public void add(Payee payee, List<Entry> entries) {
            Entry.merged(entries)
                    .forEach(entry -> rows.add(
                            payee.plan(),
                            payee.kind(),
                            payee.code(),
                            slip.origin().toString(),
                            slip.posting().toString(),
                            slip.date(),
                            entry.type().name(),
                            entry.cause().name(),
                            entry.amount(),
                            slip.by(),
                            slip.runId()));
        }

        /**
         * Appends them; must run in a transaction.
         *
         * @return whether there were any
         * @throws IllegalStateException when one of them is there already
         */
        public boolean append() {
            if (bulk.insertNew(rows) != rows.size()) {
                throw new IllegalStateException(slip.by() + " has posted already; restart the run");
            }
            return rows.size() > 0;
        }
    }

    public Page page(Slip slip) {
        return new Page(slip);
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
