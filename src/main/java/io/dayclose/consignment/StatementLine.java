package io.dayclose.consignment;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a live statement and where its cash has gone: collects = placed + netted + tolerated + uncovered + left. What is left is
 * in suspense. A matcher changes it; nobody else does.
 */
public final class StatementLine {
    /** The order in which lines take what is due: as they came, within a night as the carrier numbers them. */
    public static final Comparator<StatementLine> ORDER = Comparator.comparing(
                    (StatementLine line) -> line.origin.night())
            .thenComparing(line -> line.stated.statement())
            .thenComparingLong(line -> line.stated.revision())
            .thenComparingLong(line -> line.stated.lineNo())
            .thenComparingLong(line -> line.stated.version());

    /**
     * What the statement says.
     * Wide: a row of {@code statement_line} as the carrier has written it.
     *
     * @param normal the waybill as waybills are compared, empty when there is none
     */
    public record Stated(
            String carrier,
            String statement,
            long revision,
            long lineNo,
            long version,
            LineType type,
            String normal,
            String batch,
            String order,
            BigDecimal gross,
            BigDecimal fee,
            BigDecimal net,
            String currency,
            @Nullable LocalDate collectedOn,
            String carrierLineId,
            String originalLineId) {}

    /**
     * When it came.
     *
     * @param night the night that took it in
     * @param cycle the statement's
     * @param pooled whether it waited in suspense before this night
     * @param apart whether people have taken it off what it was matched with, so that only they may match it
     */
    public record Origin(LocalDate night, String cycle, boolean pooled, boolean apart) {}

    /**
     * Where its cash has gone.
     *
     * @param placed paid for receivables
     * @param netted against other lines
     * @param tolerated too much, and too little to follow
     * @param uncovered stated, but never paid into the bank
     * @param restated what a line that states only the net has left out
     * @param spent tolerance of receivables that were paid almost whole by it
     * @param recovered of what was written off, because it came after all
     * @param reason why the rest is in suspense
     */
    public record Disposed(
            BigDecimal placed,
            BigDecimal netted,
            BigDecimal tolerated,
            BigDecimal uncovered,
            BigDecimal restated,
            BigDecimal spent,
            BigDecimal recovered,
            String reason) {
        /** Nowhere yet. */
        public static final Disposed NOWHERE = waiting("");

        /** Nowhere, and why. */
        public static Disposed waiting(String reason) {
            var none = Rounding.NO_FEN;
            return new Disposed(none, none, none, none, none, none, none, reason);
        }
    }

    private final long id;
    private final Stated stated;
    private final Origin origin;
    private BigDecimal placed;
    private BigDecimal netted;
    private BigDecimal tolerated;
    private BigDecimal uncovered;
    private BigDecimal restated;
    private BigDecimal spent;
    private BigDecimal recovered;
    private BigDecimal candidate = Rounding.NO_FEN;
    private String reason;

    public StatementLine(long id, Stated stated, Origin origin, Disposed disposed) {
        this.id = id;
        this.stated = stated;
        this.origin = origin;
        placed = disposed.placed();
        netted = disposed.netted();
        tolerated = disposed.tolerated();
        uncovered = disposed.uncovered();
        restated = disposed.restated();
        spent = disposed.spent();
        recovered = disposed.recovered();
        reason = disposed.reason();
    }

    public long id() {
        return id;
    }

    public Stated stated() {
        return stated;
    }

    public Origin origin() {
        return origin;
    }

    public boolean apart() {
        return origin.apart();
    }

    public String reason() {
        return reason;
    }

    /** What might be tolerated once all of its statement is known: missing when positive, too much when negative. */
    public BigDecimal candidate() {
        return candidate;
    }

    public Disposed disposed() {
        return new Disposed(placed, netted, tolerated, uncovered, restated, spent, recovered, reason);
    }

    /** The cash it accounts for, before fees. */
    public BigDecimal collects() {
        return stated.type().isCash() ? stated.gross().add(restated) : Rounding.NO_FEN;
    }

    /** What nobody has placed yet. */
    public BigDecimal left() {
        return collects().subtract(placed).subtract(netted).subtract(tolerated).subtract(uncovered);
    }

    public BigDecimal placed() {
        return placed;
    }

    /** The fee it charges, with what a line that states only the net has left out. */
    public BigDecimal charged() {
        return stated.fee().add(restated);
    }

    boolean isLike(StatementLine other) {
        return stated.type() == other.stated.type()
                && stated.gross().compareTo(other.stated.gross()) == 0
                && stated.currency().equals(other.stated.currency());
    }

    void begin() {
        candidate = Rounding.NO_FEN;
        uncovered = Rounding.NO_FEN;
        reason = "";
    }

    /** Waits for its place again. */
    public void pend(BreakType why) {
        candidate = Rounding.NO_FEN;
        reason = why.name();
    }

    void place(BigDecimal amount) {
        placed = placed.add(amount);
    }

    void net(BigDecimal amount) {
        netted = netted.add(amount);
    }

    void tolerate(BigDecimal amount) {
        tolerated = tolerated.add(amount);
    }

    void spend(BigDecimal amount) {
        spent = spent.add(amount);
    }

    void recover(BigDecimal amount) {
        recovered = recovered.add(amount);
    }

    void restate(BigDecimal amount) {
        restated = restated.add(amount);
    }

    /** Sets how much of it never reached the bank. */
    public void uncover(BigDecimal amount) {
        uncovered = amount;
    }

    void candidate(BigDecimal amount) {
        candidate = amount;
    }

    void hold(BreakType why) {
        reason = why.name();
    }

    void hold(String why) {
        reason = why;
    }
}
