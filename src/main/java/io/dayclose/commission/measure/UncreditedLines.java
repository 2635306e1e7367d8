package io.dayclose.commission.measure;

import io.dayclose.commission.NotCredited;
import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines, or shares of them, that count for nobody: summed where they were sold, by what is missing. */
final class UncreditedLines {
    private final Map<Key, Lines> all = new HashMap<>();

    /**
     * @param plan the one that would have paid, empty when none does
     * @param detail what to look at: a category, a product, a kind of payee
     */
    record Key(String plan, NotCredited reason, String outlet, String detail) {}

    private static final class Lines {
        private final String firstDocument;
        private long count;
        private long fen;

        Lines(String firstDocument) {
            this.firstDocument = firstDocument;
        }
    }

    void add(Key key, SoldLine line) {
        var lines = all.computeIfAbsent(key, any -> new Lines(line.key().document()));
        lines.count++;
        lines.fen += line.isReturn() ? -line.fen() : line.fen();
    }

    BulkRows rows(LocalDate day) {
        var columns = List.of(
                "business_date", "plan", "reason", "outlet_code", "detail", "line_count", "net_amount", "first_doc_no");
        var rows = new BulkRows("uncredited", columns);
        all.forEach((key, lines) -> rows.add(
                day,
                key.plan(),
                key.reason().name(),
                key.outlet(),
                key.detail(),
                lines.count,
                BigDecimal.valueOf(lines.fen, 2),
                lines.firstDocument));
        return rows;
    }
}
