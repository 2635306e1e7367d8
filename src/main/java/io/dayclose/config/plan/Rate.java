package io.dayclose.config.plan;

import java.math.BigDecimal;
import java.util.List;

/** What a plan pays for a month's measure. */
public sealed interface Rate {
    /** Whether what it pays depends on the whole month. */
    default boolean needsWholeMonths() {
        return false;
    }

    /** So many hundredths of the measure. */
    record Percent(BigDecimal percent) implements Rate {}

    /** An amount for every piece of the net quantity. */
    record PerUnit(BigDecimal amount) implements Rate {}

    /** A rate that depends on the band the measure lies in. */
    record Banded(Bands bands) implements Rate {
        @java.lang.Override
        public boolean needsWholeMonths() {
            return true;
        }
    }

    /**
     * An amount a month.
     *
     * @param perOutlet for each outlet of the payee that the plan applies to, else once
     * @param prorated by the days the outlet is open within the month
     */
    record Fixed(BigDecimal amount, boolean perOutlet, boolean prorated) implements Rate {
        @java.lang.Override
        public boolean needsWholeMonths() {
            return true;
        }
    }

    /** So many hundredths of what a manager's people have earned under other plans. */
    record Override(List<String> of, BigDecimal percent) implements Rate {}
}
