package io.dayclose.consignment.arrive;

import io.dayclose.config.carrier.Fee;
import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.LineType;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fees that a statement charges in one line for all its parcels, against what was agreed for them. */
public final class StatementFees {
    private final RoundStores stores;

    public StatementFees(RoundStores stores) {
        this.stores = stores;
    }

    private record Charged(String statement, @Nullable LocalDate since, BigDecimal fee) {}

    /** One finding for each statement that differs by more than is tolerated; only those that have changed are read again. */
    public List<Finding> of(String carrier) {
        stores.jdbc()
                .queryForList(
                        "SELECT statement_no FROM carrier_statement WHERE carrier_code = ? AND fees_checked = 0 ORDER BY statement_no",
                        String.class,
                        carrier)
                .forEach(statement -> check(carrier, statement));
        return stores
                .jdbc()
                .query(
                        """
                SELECT statement_no, fee_since, fee_charged, fee_agreed FROM carrier_statement
                WHERE carrier_code = ? AND fee_since IS NOT NULL AND fee_charged <> fee_agreed ORDER BY statement_no""",
                        (row, n) -> finding(
                                carrier,
                                new Charged(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3)),
                                row.getBigDecimal(4)),
                        carrier)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> finding(String carrier, Charged charged, BigDecimal agreed) {
        var since = Objects.requireNonNull(charged.since());
        var variance = charged.fee().subtract(agreed).abs();
        var why = Why.of("FEE_VARIANCE", charged.fee(), agreed);
        return variance.compareTo(fee(carrier, since).tolerance()) > 0
                ? Optional.of(new Finding(BreakType.FEE_VARIANCE, carrier, charged.statement(), variance, since, why))
                : Optional.empty();
    }

    private Fee fee(String carrier, LocalDate since) {
        return stores.expectation(carrier).agreement(since).fee();
    }

    private void check(String carrier, String statement) {
        var charged = Objects.requireNonNull(stores.jdbc()
                .queryForObject(
                        """
                SELECT MIN(night), COALESCE(SUM(fee), 0) FROM statement_line
                WHERE carrier_code = ? AND statement_no = ? AND type = 'FEE' AND waybill = '' AND state = 'LIVE'""",
                        (row, n) -> new Charged(statement, row.getObject(1, LocalDate.class), row.getBigDecimal(2)),
                        carrier,
                        statement));
        var agreed = charged.since() == null ? Rounding.NO_FEN : agreed(carrier, charged);
        stores.jdbc()
                .update(
                        "UPDATE carrier_statement SET fee_charged = ?, fee_agreed = ?, fee_since = ?, fees_checked = 1 WHERE carrier_code = ? AND statement_no = ?",
                        charged.fee(),
                        agreed,
                        charged.since(),
                        carrier,
                        statement);
    }

    private BigDecimal agreed(String carrier, Charged charged) {
        var fee = fee(carrier, Objects.requireNonNull(charged.since()));
        return fee.mode() == Fee.Mode.FEE_LINE ? agreed(carrier, charged.statement(), fee) : Rounding.NO_FEN;
    }

    /** Of every collection whose waybill has no fee line of its own. */
    private BigDecimal agreed(String carrier, String statement, Fee fee) {
        var sums = new HashMap<String, BigDecimal>();
        stores.jdbc()
                .query(
                        "SELECT type, waybill, gross FROM statement_line WHERE carrier_code = ? AND statement_no = ? AND state = 'LIVE'",
                        row -> {
                            var type = LineType.valueOf(row.getString(1));
                            var amount = type == LineType.COLLECT ? fee.agreed(row.getBigDecimal(3)) : BigDecimal.ZERO;
                            boolean own =
                                    type == LineType.FEE && !row.getString(2).isEmpty();
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
