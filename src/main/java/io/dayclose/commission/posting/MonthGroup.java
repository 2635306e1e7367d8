package io.dayclose.commission.posting;

import java.time.YearMonth;

/** All accounts of a plan in one origin month: what is posted in one transaction. */
public record MonthGroup(String plan, YearMonth origin) {
    @Override
    public String toString() {
        return plan + " " + origin;
    }
}
