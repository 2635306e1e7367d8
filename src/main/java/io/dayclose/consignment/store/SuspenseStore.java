package io.dayclose.consignment.store;

import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.store.LineStore.Standing;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Money that waits, as of every night. */
public final class SuspenseStore {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final List<String> COLUMNS = List.of(
            "debtor",
            "source",
            "line_id",
            "receipt_no",
            "subject",
            "currency",
            "amount",
            "since",
            "reason",
            "begins",
            "ends");

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final LocalDate asOf;

    public SuspenseStore(JdbcTemplate jdbc, BulkWriter bulk, LocalDate asOf) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.asOf = asOf;
    }

    /** Brings what waits for lines to what is left of them; the lines are written back by the caller. */
    public List<LineStore.Kept> follow(Collection<LineStore.Kept> lines) {
        var rows = new BulkRows("suspense", COLUMNS);
        var ended = new ArrayList<Long>();
        var now = new ArrayList<LineStore.Kept>();
        for (var kept : lines) {
            var line = kept.line();
            var standing = kept.standing();
            boolean same = line.left().compareTo(standing.amount()) == 0
                    && (line.left().signum() == 0 || line.reason().equals(standing.reason()));
            if (same) {
                now.add(kept);
                continue;
            }
            if (standing.amount().signum() != 0) {
                ended.add(line.id());
            }
            now.add(kept.standing(begin(rows, line, standing)));
        }
        end("line_id", ended);
        bulk.insertNew(rows);
        return now;
    }

    private Standing begin(BulkRows rows, StatementLine line, Standing before) {
        if (line.left().signum() == 0) {
            return Standing.NONE;
        }
        var since = before.since() == null ? asOf : before.since();
        var stated = line.stated();
        add(
                rows,
                new Waiting(
                        stated.carrier(),
                        source(stated),
                        line.id(),
                        "",
                        subject(stated),
                        stated.currency(),
                        line.left(),
                        since,
                        line.reason()));
        return new Standing(line.left(), line.reason(), since);
    }

    /** Where a line stands. */
    public static String source(StatementLine.Stated stated) {
        return stated.statement() + "/" + stated.lineNo();
    }

    /** What a line is about: its waybill, else its batch, else where it stands. */
    public static String subject(StatementLine.Stated stated) {
        return !stated.normal().isEmpty()
                ? stated.normal()
                : !stated.batch().isEmpty() ? stated.batch() : source(stated);
    }

    /**
     * One amount that waits. Wide: a row of {@code suspense}.
     */
    public record Waiting(
            String debtor,
            String source,
            long line,
            String receipt,
            String subject,
            String currency,
            BigDecimal amount,
            LocalDate since,
            String reason) {}

    private void add(BulkRows rows, Waiting waiting) {
        rows.add(
                waiting.debtor(),
                waiting.source(),
                waiting.line(),
                waiting.receipt(),
                waiting.subject(),
                waiting.currency(),
                waiting.amount(),
                waiting.since(),
                waiting.reason(),
                asOf,
                NEVER);
    }

    /**
     * Brings what waits for a receipt, or for a dealer's credit, to an amount.
     *
     * @param since when it first waited, null when it did not
     */
    public void hold(Waiting waiting, @Nullable LocalDate since) {
        if (since != null) {
            end("receipt_no", List.of(waiting.receipt()));
        }
        if (waiting.amount().signum() != 0) {
            var rows = new BulkRows("suspense", COLUMNS);
            add(rows, waiting);
            bulk.insertNew(rows);
        }
    }

    /** What began tonight and ends tonight was never there. */
    private void end(String key, List<?> values) {
        for (var value : values) {
            var id = Objects.requireNonNull((Object) value);
            jdbc.update("DELETE FROM suspense WHERE " + key + " = ? AND ends = ? AND begins = ?", id, NEVER, asOf);
            jdbc.update("UPDATE suspense SET ends = ? WHERE " + key + " = ? AND ends = ?", asOf, id, NEVER);
        }
    }

    /** Ends what waits for a receipt: it begins again as the receipt says by now. */
    public void end(String receipt) {
        end("receipt_no", List.of(receipt));
    }

    /** Ends what waits for lines that are gone. */
    public void end(Collection<Long> lines) {
        end("line_id", List.copyOf(lines));
    }
}
