package io.dayclose.commission.posting;

import io.dayclose.phase.KeyForm;
import java.time.YearMonth;
import java.util.List;

/** All accounts of a plan in one origin month: what is posted in one transaction. */
public record MonthGroup(String plan, YearMonth origin) {
    static final KeyForm<MonthGroup> FORM = KeyForm.ofParts(
            group -> List.of(group.plan(), group.origin().toString()),
            parts -> new MonthGroup(parts.get(0), YearMonth.parse(parts.get(1))));

    @Override
    public String toString() {
        return plan + " " + origin;
    }
}
