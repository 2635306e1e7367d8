package io.dayclose.consignment.store;

import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.util.List;

/** Appends movements of receivables; nothing of them is ever changed. */
public final class EntryStore {
    private static final List<String> COLUMNS = List.of(
            "recon_id",
            "night",
            "kind",
            "debtor",
            "subject",
            "what",
            "currency",
            "amount",
            "cycle",
            "origin_cycle",
            "line_id",
            "receipt_no",
            "pass",
            "decision_id");

    private final BulkWriter bulk;
    private final Round round;
    private final OpenCycles cycles;
    private BulkRows rows = new BulkRows("receivable_entry", COLUMNS);

    public EntryStore(BulkWriter bulk, Round round, OpenCycles cycles) {
        this.bulk = bulk;
        this.round = round;
        this.cycles = cycles;
    }

    /** @param origin the cycle it belongs to; it stands in that one, or in the first open one when that is closed */
    public void add(ReceivableEntry entry, String origin) {
        rows.add(
                round.id(),
                round.asOf(),
                entry.kind().name(),
                entry.debtor(),
                entry.subject(),
                entry.what().name(),
                entry.currency(),
                entry.amount(),
                cycles.posting(entry.debtor(), origin),
                origin,
                entry.line(),
                entry.receipt(),
                (long) entry.pass(),
                round.decision());
    }

    /** Appends what was added; must run in the transaction of what it tells of. */
    public void append() {
        bulk.insertNew(rows);
        rows = new BulkRows("receivable_entry", COLUMNS);
    }
}
