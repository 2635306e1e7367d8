package io.dayclose.config.plan;

import java.math.BigDecimal;
import java.util.List;

/**
 * Bands that follow each other without gaps, the first from 0, the last open. A lower bound belongs to its band.
 *
 * @param retroactive whether all of the measure is paid at the rate of the band it lies in; else each slice at its own
 * @param perUnit whether a rate is an amount per piece; else it is a percentage
 */
public record Bands(boolean retroactive, boolean perUnit, List<Band> table) {

    public Bands {
        table = List.copyOf(table);
        if (table.isEmpty() || table.get(0).from().signum() != 0) {
            throw new IllegalArgumentException("bands must begin at 0: " + table);
        }
    }

    /** From an amount or quantity on, a percentage or an amount per piece. */
    public record Band(BigDecimal from, BigDecimal rate) {}
}
