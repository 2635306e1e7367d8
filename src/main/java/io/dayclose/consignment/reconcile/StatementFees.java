package io.dayclose.consignment.reconcile;

import io.dayclose.config.carrier.Fee;
import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Fees that a statement charges in one line for all its parcels, against what was agreed for them. */
final class StatementFees {
    private final Desk desk;

    StatementFees(Desk desk) {
        this.desk = desk;
    }

    private record Charged(String statement, LocalDate since, BigDecimal fee) {}

    /** One finding for each statement that differs by more than is tolerated. */
    List<Finding> of(String carrier) {
        var charged = desk.jdbc()
                .query(
                        """
                SELECT statement_no, MIN(night), SUM(fee) FROM statement_line
                WHERE carrier_code = ? AND type = 'FEE' AND waybill = '' AND state = 'LIVE' GROUP BY statement_no ORDER BY statement_no""",
                        (row, n) ->
                                new Charged(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3)),
                        carrier);
        var found = new ArrayList<Finding>();
        for (var each : charged) {
            var fee = desk.expectation(carrier).agreement(each.since()).fee();
            var agreed = fee.mode() == Fee.Mode.FEE_LINE ? agreed(carrier, each.statement(), fee) : BigDecimal.ZERO;
            var variance = each.fee().subtract(agreed).abs();
            if (variance.compareTo(fee.tolerance()) > 0) {
                var why = Why.of("FEE_VARIANCE", each.fee(), agreed);
                found.add(new Finding(BreakType.FEE_VARIANCE, carrier, each.statement(), variance, each.since(), why));
            }
        }
        return found;
    }

    /** Of every collection whose waybill has no fee line of its own. */
    private BigDecimal agreed(String carrier, String statement, Fee fee) {
        var sums = new HashMap<String, BigDecimal>();
        desk.jdbc()
                .query(
                        "SELECT type, waybill, gross FROM statement_line WHERE carrier_code = ? AND statement_no = ? AND state = 'LIVE'",
                        row -> {
                            var amount = row.getString(1).equals("COLLECT")
                                    ? fee.agreed(row.getBigDecimal(3))
                                    : BigDecimal.ZERO;
                            boolean own = row.getString(1).equals("FEE")
                                    && !row.getString(2).isEmpty();
                            sums.merge(row.getString(2), amount, BigDecimal::add);
                            if (own) {
                                sums.put("FEE " + row.getString(2), BigDecimal.ZERO);
                            }
                        },
                        carrier,
                        statement);
        return sums.entrySet().stream()
                .filter(sum -> !sums.containsKey("FEE " + sum.getKey()))
                .map(java.util.Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
