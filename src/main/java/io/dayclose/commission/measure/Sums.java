package io.dayclose.commission.measure;

import io.dayclose.commission.Measures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Lines added up in whole numbers, exact: amounts in ten thousandths, quantities in hundredths, margins in ten
 * thousand-millionths, because a share is whole percents of an amount in fen and a cost has eight decimals. A margin is kept
 * in two parts, so that large ones have room.
 */
public final class Sums {
    private static final int AMOUNT = 4;
    private static final int QUANTITY = 2;
    private static final int MARGIN = 6;
    private static final int FINE = 10;
    private static final long FINE_IN_MARGIN = 10_000;

    private long lines;
    private long withoutCost;
    private long amount;
    private long quantity;
    /** In millionths; what is finer stands beside it. */
    private long margin;

    /** In ten thousand-millionths, from nothing to less than one millionth. */
    private long fine;

    public Sums() {}

    Sums(long lines, long withoutCost, Measures measures) {
        this.lines = lines;
        this.withoutCost = withoutCost;
        amount = scaled(measures.netAmount(), AMOUNT);
        quantity = scaled(measures.netQuantity(), QUANTITY);
        var whole = measures.grossMargin().setScale(MARGIN, RoundingMode.FLOOR);
        margin = scaled(whole, MARGIN);
        fine = scaled(measures.grossMargin().subtract(whole), FINE);
    }

    private void addMargin(long millionths, long finer) {
        long all = fine + finer;
        margin = Math.addExact(margin, Math.addExact(millionths, Math.floorDiv(all, FINE_IN_MARGIN)));
        fine = Math.floorMod(all, FINE_IN_MARGIN);
    }

    private static long scaled(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /**
     * Adds a share of a line.
     *
     * @param percent whole percents, negative for a return
     */
    void add(SoldLine.Worth worth, int percent) {
        lines++;
        amount = Math.addExact(amount, Math.multiplyExact(worth.fen(), percent));
        quantity = Math.addExact(quantity, Math.multiplyExact(worth.quantity(), percent));
        if (worth.hasCost()) {
            addMargin(
                    Math.multiplyExact(Math.floorDiv(worth.margin(), FINE_IN_MARGIN), percent),
                    Math.floorMod(worth.margin(), FINE_IN_MARGIN) * percent);
        }
    }

    /** Notes a line that no cost is known of; nothing of it counts. */
    void addWithoutCost() {
        lines++;
        withoutCost++;
    }

    /** All of some sums, those that are missing left out. */
    public static Sums all(@Nullable Sums... some) {
        var all = new Sums();
        for (var sum : some) {
            if (sum != null) {
                all.add(sum);
            }
        }
        return all;
    }

    public Sums add(Sums other) {
        return add(other, 1);
    }

    Sums subtract(Sums other) {
        return add(other, -1);
    }

    private Sums add(Sums other, int sign) {
        lines += sign * other.lines;
        withoutCost += sign * other.withoutCost;
        amount = Math.addExact(amount, sign * other.amount);
        quantity = Math.addExact(quantity, sign * other.quantity);
        addMargin(sign * other.margin, sign * other.fine);
        return this;
    }

    public boolean isNothing() {
        return lines == 0 && withoutCost == 0 && amount == 0 && quantity == 0 && margin == 0 && fine == 0;
    }

    public long lines() {
        return lines;
    }

    public long withoutCost() {
        return withoutCost;
    }

    public Measures measures() {
        return new Measures(
                BigDecimal.valueOf(amount, AMOUNT),
                BigDecimal.valueOf(quantity, QUANTITY),
                BigDecimal.valueOf(margin, MARGIN).add(BigDecimal.valueOf(fine, FINE)));
    }
}
