package io.dayclose.cli;

import io.dayclose.inquiry.Rows;
import io.dayclose.job.RunPreview.Change;
import java.math.BigDecimal;
import java.util.List;

/** What a run would change, as rows. */
final class PreviewRows {
    private PreviewRows() {}

    static Rows of(List<Change> changes) {
        var rows = new Rows(List.of("part", "what", "how", "count", "amount"));
        changes.forEach(
                each -> rows.add(List.of(each.part(), each.what(), each.how(), each.count(), amount(each.amount()))));
        return rows;
    }

    private static Object amount(BigDecimal amount) {
        return amount.signum() == 0 ? "" : amount;
    }
}
