package io.dayclose.commission.measure;

import io.dayclose.config.plan.Plan;
import io.dayclose.organisation.Organisation;
import io.dayclose.period.IntakeMark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;

/**
 * What lines are measured by.
 *
 * @param closed the months that are closed, each with what had been taken when it was
 */
public record PlanRules(Collection<Plan> plans, Organisation organisation, Map<YearMonth, IntakeMark> closed) {
    DayCredits credits(LocalDate day) {
        return new DayCredits(plans, organisation, day);
    }

    boolean askForCards() {
        return plans.stream().flatMap(plan -> plan.versions().stream()).anyMatch(version -> version.gates()
                .askForCard());
    }

    /** Whether a return came after the month of its sale was closed. */
    boolean isAfterClose(YearMonth origin, IntakeMark taken) {
        var atClose = closed.get(origin);
        return atClose != null && taken.isAfter(atClose);
    }
}
