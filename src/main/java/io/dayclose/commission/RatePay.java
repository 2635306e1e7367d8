package io.dayclose.commission;

import io.dayclose.config.plan.Bands;
import io.dayclose.config.plan.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Pays a measure at a rate, exactly: nothing is rounded here (plans.md, step 5).
 *
 * @param slices the way from measure to pay, slice by slice, for people to follow
 * @param total what is paid, unrounded, in the company's currency
 */
public record RatePay(List<Slice> slices, BigDecimal total) {
    private static final int HUNDREDTH = 2;

    /** A part of the measure and what it is paid: {@code base × rate} or {@code base × rate ÷ 100}. */
    public record Slice(BigDecimal base, BigDecimal rate, boolean percent, BigDecimal pay) {
        static Slice of(BigDecimal base, BigDecimal rate, boolean percent) {
            var product = base.multiply(rate);
            return new Slice(base, rate, percent, percent ? product.movePointLeft(HUNDREDTH) : product);
        }
    }

    private static RatePay of(List<Slice> slices) {
        var total = slices.stream().map(Slice::pay).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RatePay(List.copyOf(slices), total);
    }

    /**
     * Pays a measure.
     *
     * @throws IllegalArgumentException for a fixed rate or an override, which pay no measure
     */
    public static RatePay of(Rate rate, BigDecimal measure) {
        if (rate instanceof Rate.Percent percent) {
            return of(List.of(Slice.of(measure, percent.percent(), true)));
        }
        if (rate instanceof Rate.PerUnit perUnit) {
            return of(List.of(Slice.of(measure, perUnit.amount(), false)));
        }
        if (rate instanceof Rate.Banded banded) {
            return of(banded.bands().retroactive() ? whole(banded.bands(), measure) : sliced(banded.bands(), measure));
        }
        throw new IllegalArgumentException("rate must pay a measure: " + rate);
    }

    /** All of the measure at the rate of the band it lies in; below zero at the first. */
    private static List<Slice> whole(Bands bands, BigDecimal measure) {
        var band = bands.table().stream()
                .filter(each -> each.from().compareTo(measure) <= 0)
                .reduce((lower, higher) -> higher)
                .orElse(bands.table().get(0));
        return List.of(Slice.of(measure, band.rate(), !bands.perUnit()));
    }

    /** Each slice at the rate of its own band; below zero at the first. */
    private static List<Slice> sliced(Bands bands, BigDecimal measure) {
        if (measure.signum() <= 0) {
            return whole(bands, measure);
        }
        var slices = new ArrayList<Slice>();
        var table = bands.table();
        for (int i = 0; i < table.size() && table.get(i).from().compareTo(measure) < 0; i++) {
            var end = i + 1 < table.size() ? table.get(i + 1).from().min(measure) : measure;
            slices.add(Slice.of(end.subtract(table.get(i).from()), table.get(i).rate(), !bands.perUnit()));
        }
        return slices;
    }
}
