package io.dayclose.commission;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.LineGate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account's month is judged by.
 *
 * @param outlets for each version that pays a fixed amount by outlet, the payee's outlets and how many days they are open
 * @param waived gates that people have waived for this account and month
 * @param on the business date the gates are asked on
 */
public record Terms(
        Plan plan, YearMonth month, Map<LocalDate, List<OpenOutlet>> outlets, Set<LineGate.Kind> waived, LocalDate on) {

    /** An outlet and the days it is open within the month. */
    public record OpenOutlet(String code, int days) {}

    Terms on(LocalDate day) {
        return new Terms(plan, month, outlets, waived, day);
    }

    Terms waiving(Set<LineGate.Kind> gates) {
        return new Terms(plan, month, outlets, gates, on);
    }

    public PlanVersion version(LocalDate from) {
        for (var each : plan.versions()) {
            if (each.from().equals(from)) {
                return each;
            }
        }
        throw new IllegalArgumentException("version must be one of " + plan.name() + ": " + from);
    }

    /** The line gates of a version that nobody has waived. */
    public List<LineGate> gates(PlanVersion version) {
        var all = version.gates().ofLines();
        return waived.isEmpty()
                ? all
                : all.stream().filter(gate -> !waived.contains(gate.kind())).toList();
    }
}
