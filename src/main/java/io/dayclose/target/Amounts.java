package io.dayclose.target;

import java.math.BigDecimal;
import java.util.Collection;

/** Sums of decimals. */
final class Amounts {
    private Amounts() {}

    static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
