package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion.Returns.AfterClose;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;

/**
 * What reaches an account's month after it was closed (plans.md, "A closed month never changes").
 *
 * @param earned at close, in whole fen
 * @param base the measure at close
 */
public record ClosedMonth(BigDecimal earned, BigDecimal base) {
    /** Of an account that had nothing when its month was closed. */
    public static final ClosedMonth NOTHING = new ClosedMonth(Rounding.NO_FEN, BigDecimal.ZERO);

    /**
     * What should have been posted since.
     *
     * @param adjusted by late sales and corrections
     * @param clawed taken back after returns, never positive unless sales at close were negative
     */
    public record After(BigDecimal adjusted, BigDecimal clawed, Split split) {}

    /** What should be posted by now, from all the lines known now. */
    public After after(AccountMonth now, Terms terms) {
        boolean nothingSold = base.signum() == 0;
        var counted = now.where(bucket -> !is(bucket, AfterClose.NONE, terms));
        var late = counted.where(bucket -> !is(bucket, AfterClose.ORIGINAL_RATE, terms) || nothingSold);
        var returned = counted.where(bucket -> is(bucket, AfterClose.ORIGINAL_RATE, terms))
                .base(terms);
        var adjusted = late.earning(terms).earned().subtract(earned);
        var clawed = nothingSold ? Rounding.NO_FEN : Rounding.partInFen(earned, returned, base);
        return new After(adjusted, clawed, Split.of(earned.add(adjusted).add(clawed), counted.bases(terms)));
    }

    private static boolean is(Bucket bucket, AfterClose policy, Terms terms) {
        return bucket.afterClose() && terms.version(bucket.version()).returns().afterClose() == policy;
    }
}
