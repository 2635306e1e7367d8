package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.close.Settlements;
import io.dayclose.database.BulkWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Settlements are kept whichever way rows are written. */
class SettlementRowsTest extends CommissionCompany {

    @Test
    void a_month_is_settled_on_a_server_that_takes_no_bulk_loads() {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "100"));
        var work = engine.work();
        var writer = BulkWriter.withInserts(work.dataSource());
        new Settlements(work.jdbc(), writer, work.home().plans(), BigDecimal.ONE)
                .settle(YearMonth.parse("2026-10"), LocalDate.parse("2026-10-31"));
        assertThat(rows("SELECT month, state, net FROM settlement")).containsExactly("2026-10 PAID 10.00");
        assertThat(rows("SELECT month, posted FROM settlement_part")).containsExactly("2026-10 10.00");
    }
}
