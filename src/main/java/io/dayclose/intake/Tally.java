package io.dayclose.intake;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Counts and amounts by decision: the controls of one source, or of a part of it. */
public final class Tally {
    private final Map<Decision, Long> counts = new EnumMap<>(Decision.class);
    private final Map<Decision, BigDecimal> amounts = new EnumMap<>(Decision.class);
    private long read;
    private BigDecimal readAmount = BigDecimal.ZERO;

    /** Counts a record as read. */
    public void read(BigDecimal amount) {
        read++;
        readAmount = readAmount.add(amount);
    }

    public void decided(Decision decision, BigDecimal amount) {
        counts.merge(decision, 1L, Long::sum);
        amounts.merge(decision, amount, BigDecimal::add);
    }

    public long read() {
        return read;
    }

    public BigDecimal readAmount() {
        return readAmount;
    }

    public long count(Decision decision) {
        return counts.getOrDefault(decision, 0L);
    }

    public BigDecimal amount(Decision decision) {
        return amounts.getOrDefault(decision, BigDecimal.ZERO);
    }
}
