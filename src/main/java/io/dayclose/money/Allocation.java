package io.dayclose.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole divided by weights, so that the parts add up to it exactly (largest remainder): every part is cut off first, and what is
 * left is given out unit by unit to those who lost most; of equals, the one who stands first.
 */
public final class Allocation {
    private Allocation() {}

    /**
     * The parts, in the order of their weights.
     *
     * @param whole may be negative; rounded half-up to the given decimals
     * @param weights not negative; when all are 0 every part weighs the same
     * @param decimals of the smallest unit: 2 for fen, 0 for pieces
     */
    public static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights, int decimals) {
        if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights must not be negative: " + weights);
        }
        if (weights.isEmpty()) {
            return List.of();
        }
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var even = sum.signum() == 0;
        var shares = even ? weights.stream().map(any -> BigDecimal.ONE).toList() : weights;
        return divide(Rounding.to(whole, decimals), shares, even ? BigDecimal.valueOf(weights.size()) : sum);
    }

    private static List<BigDecimal> divide(BigDecimal whole, List<BigDecimal> weights, BigDecimal sum) {
        var parts = new ArrayList<BigDecimal>();
        var lost = new ArrayList<BigDecimal>();
        for (var weight : weights) {
            var part = whole.multiply(weight).divide(sum, whole.scale(), RoundingMode.DOWN);
            parts.add(part);
            lost.add(whole.multiply(weight).subtract(part.multiply(sum)).abs());
        }
        var unit = BigDecimal.ONE.movePointLeft(whole.scale()).multiply(BigDecimal.valueOf(whole.signum()));
        int left = whole.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .abs()
                .movePointRight(whole.scale())
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(each -> parts.set(each, parts.get(each).add(unit)));
        return List.copyOf(parts);
    }
}
