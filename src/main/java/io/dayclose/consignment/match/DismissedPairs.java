package io.dayclose.consignment.match;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.store.SuspenseStore;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people have said of a carrier's lines and parcels: these do not belong together. */
public record DismissedPairs(Set<Pair> pairs) {
    private record Pair(String subject, String source) {}

    public static DismissedPairs of(JdbcTemplate jdbc, String carrier) {
        return new DismissedPairs(new HashSet<>(jdbc.query(
                "SELECT one, other FROM dismissed_pair WHERE debtor = ?",
                (row, n) -> new Pair(row.getString(1), row.getString(2)),
                carrier)));
    }

    public boolean has(StatementLine line, Receivable item) {
        return pairs.contains(new Pair(item.subject(), SuspenseStore.source(line.stated())));
    }
}
