package io.dayclose.ledger.store;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Entry;
import java.util.List;

/** Entries on their way into the ledger. */
public final class PostingBatch {
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

    private final BulkWriter bulk;
    private final BulkRows rows = new BulkRows("ledger", COLUMNS);
    private final PostingHeader header;

    PostingBatch(BulkWriter bulk, PostingHeader header) {
        this.bulk = bulk;
        this.header = header;
    }

    /** Adds entries of one payee; those alike in type and cause become one. */
    public void add(LedgerStore.Payee payee, List<Entry> entries) {
        Entry.merged(entries)
                .forEach(entry -> rows.add(
                        payee.plan(),
                        payee.kind(),
                        payee.code(),
                        header.origin().toString(),
                        header.posting().toString(),
                        header.date(),
                        entry.type().name(),
                        entry.cause().name(),
                        entry.amount(),
                        header.by(),
                        header.runId()));
    }

    /**
     * Appends them; must run in a transaction.
     *
     * @return whether there were any
     * @throws IllegalStateException when one of them is there already
     */
    public boolean append() {
        if (bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException(header.by() + " has posted already; restart the run");
        }
        return rows.size() > 0;
    }
}
