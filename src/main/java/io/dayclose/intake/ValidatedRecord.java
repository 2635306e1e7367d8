package io.dayclose.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One record after its checks: where it stood, what it says, and what becomes of it.
 * Wide: a record with all that was found out about it.
 *
 * @param values typed values by canonical column; null where empty or not readable
 * @param asTexts makes the canonical texts, kept of what is no fact so that it can be tried again
 * @param branch whose it is, for a record that may be returned
 * @param amount what it adds to the amount controls, returns negative
 * @param voucherId the stored voucher it comes from, 0 when it was read from a source
 * @param replaces the returned voucher that it was mended from, 0 for any other record
 */
public record ValidatedRecord(
        Origin origin,
        @Nullable Object[] values,
        Supplier<String[]> asTexts,
        String key,
        Decision decision,
        @Nullable Fault fault,
        @Nullable LocalDate businessDate,
        @Nullable String branch,
        BigDecimal amount,
        long voucherId,
        long replaces) {

    /** The source and line a record was first read from, and the source whose controls count it. */
    public record Origin(long sourceId, long line, long countedIn) {}

    /** The same, and whose it is where the record itself does not say. */
    public ValidatedRecord from(String sender) {
        return branch != null
                ? this
                : new ValidatedRecord(
                        origin,
                        values,
                        asTexts,
                        key,
                        decision,
                        fault,
                        businessDate,
                        sender,
                        amount,
                        voucherId,
                        replaces);
    }

    /** The same, taking the place of a returned voucher. */
    public ValidatedRecord insteadOf(long voucher) {
        return new ValidatedRecord(
                origin, values, asTexts, key, decision, fault, businessDate, branch, amount, voucherId, voucher);
    }

    /** The same, adding another amount to the controls. */
    public ValidatedRecord worth(BigDecimal other) {
        return new ValidatedRecord(
                origin, values, asTexts, key, decision, fault, businessDate, branch, other, voucherId, replaces);
    }

    /** The canonical texts, made anew each time. */
    public String[] texts() {
        return asTexts.get();
    }

    public ValidatedRecord decidedAs(Decision other, @Nullable Fault why) {
        return new ValidatedRecord(
                origin, values, asTexts, key, other, why, businessDate, branch, amount, voucherId, replaces);
    }
}
