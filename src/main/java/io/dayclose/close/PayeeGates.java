package io.dayclose.close;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.PayeeGate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which dealers do not meet the gates that plans ask of payees at settlement; other payees have none to meet. */
public final class PayeeGates {
    /** Dealers whose deposit balance is below what is required of them. */
    private static final String DEPOSIT_NOT_FULL = """
            SELECT d.dealer_code FROM dealer_dated d
            LEFT JOIN (SELECT m.dealer_code, SUM(IF(m.type = 'PAID', m.amount, -m.amount)) AS balance FROM current_deposit_movement m
                       WHERE m.entry_date <= ? GROUP BY m.dealer_code) b ON b.dealer_code = d.dealer_code
            WHERE d.valid_from <= ? AND d.valid_until > ?
              AND COALESCE(b.balance, 0) < COALESCE(d.deposit_required, 0)""";

    /** Dealers who owe something that is past due, after all that reconciliation has placed for them. */
    private static final String OVERDUE = """
            SELECT DISTINCT debtor FROM receivable WHERE is_open = 1 AND kind = 'CONSIGNMENT_SETTLEMENT' AND due_on < ?
            AND gross + adjusted - settled - written_off > 0""";

    private final Map<PayeeGate, Set<String>> unmet = new EnumMap<>(PayeeGate.class);
    private final Set<List<String>> waived;
    private final Map<String, Plan> plans;
    private final YearMonth month;

    PayeeGates(JdbcTemplate jdbc, Map<String, Plan> plans, YearMonth month, LocalDate asOf) {
        this.plans = plans;
        this.month = month;
        unmet.put(
                PayeeGate.DEPOSIT_FULL,
                Set.copyOf(jdbc.queryForList(DEPOSIT_NOT_FULL, String.class, asOf, asOf, asOf)));
        unmet.put(PayeeGate.NO_OVERDUE_RECEIVABLE, Set.copyOf(jdbc.queryForList(OVERDUE, String.class, asOf)));
        waived = new HashSet<>(jdbc.query(
                "SELECT plan, payee_code, gate FROM decision WHERE kind = 'WAIVE' AND state = 'APPROVED' AND month = ?",
                (row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)),
                month.toString()));
    }

    /** The first gate of a plan that a payee does not meet, as plans write it; empty when none is left. */
    String unmet(String plan, String kind, String code) {
        if (!kind.equals("DEALER") || !plans.containsKey(plan)) {
            return "";
        }
        return plans.get(plan)
                .on(month.atEndOfMonth())
                .map(version -> version.gates().ofPayees())
                .map(gates -> first(gates, plan, code))
                .orElse("");
    }

    private String first(Collection<PayeeGate> gates, String plan, String code) {
        return gates.stream()
                .filter(gate -> Objects.requireNonNull(unmet.get(gate)).contains(code)
                        && !waived.contains(List.of(plan, code, gate.name())))
                .findFirst()
                .map(Enum::name)
                .orElse("");
    }
}
