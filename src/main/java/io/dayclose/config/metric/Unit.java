package io.dayclose.config.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a metric is counted in, and the decimals of its smallest part. */
public enum Unit {
    /** Money of the company's currency, to the fen. */
    CNY(2),
    /** Things counted: pieces, outlets, dealers, vouchers. */
    PIECES(0),
    /** A proportion: 0.98 is 98 %. */
    RATIO(4),
    /** A mark people give, such as satisfaction. */
    POINTS(2);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    public int decimals() {
        return decimals;
    }

    /** Whether who has no row brought 0; of a proportion or a mark nothing is known then. */
    public boolean isCounted() {
        return this == CNY || this == PIECES;
    }

    /** The word that a metric's file writes. */
    public String word() {
        return this == CNY ? name() : name().toLowerCase(Locale.ROOT);
    }

    static Optional<Unit> of(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Unit::word).collect(Collectors.joining(" | "));
    }
}
