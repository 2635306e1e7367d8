package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.Line;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.store.SuspenseStore;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people have said of a carrier's lines and parcels: these do not belong together. */
record Dismissed(Set<Pair> pairs) {
    private record Pair(String subject, String source) {}

    static Dismissed of(JdbcTemplate jdbc, String carrier) {
        return new Dismissed(new HashSet<>(jdbc.query(
                "SELECT one, other FROM dismissed_pair WHERE debtor = ?",
                (row, n) -> new Pair(row.getString(1), row.getString(2)),
                carrier)));
    }

    boolean has(Line line, Receivable item) {
        return pairs.contains(new Pair(item.subject(), SuspenseStore.source(line.stated())));
    }
}
