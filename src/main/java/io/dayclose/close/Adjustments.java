package io.dayclose.close;

import io.dayclose.approval.Matter;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.period.BusinessDays;
import io.dayclose.period.ClosedMonths;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Amounts that two people have agreed on, in the ledger. */
public final class Adjustments {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    Adjustments(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Posts one in its month, or in the first open one when that is closed by now. */
    void post(long decision, Matter agreed) {
        var month = YearMonth.parse(agreed.month());
        var slip = new PostingHeader(
                month,
                new ClosedMonths(jdbc).postingMonth(month, month.atEndOfMonth()),
                new BusinessDays(jdbc).last().orElse(month.atDay(1)),
                "decision " + decision,
                0);
        var page = new LedgerStore(jdbc, bulk).batch(slip);
        page.add(
                new LedgerStore.Payee("", agreed.payeeKind(), agreed.payee()),
                List.of(new Entry(EntryType.MANUAL, Cause.DECISION, agreed.amount())));
        page.append();
    }
}
