package io.dayclose.config.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan says from a day on, until its next version begins.
 * Wide: as wide as the entry it is read from.
 *
 * @param shares who is paid, in whole percents that add up to 100
 * @param appliesTo what a line must be like: every key must hold, a list means any of
 * @param measure what a line counts by; empty for fixed amounts and overrides
 * @param minimum each measure over the month's lines must reach its value, else nothing is earned
 * @param cap at most so much per payee and month, in the company's currency
 */
public record PlanVersion(
        LocalDate from,
        List<Share> shares,
        Map<Trait, List<String>> appliesTo,
        Optional<Measure> measure,
        Rate rate,
        Map<Measure, BigDecimal> minimum,
        Optional<BigDecimal> cap,
        Gates gates,
        Returns returns,
        Optional<Exclusive> exclusive) {
    /** Who is paid for a line. */
    public enum Payee {
        DEALER,
        SELLER,
        OUTLET,
        /** The seller's manager. */
        MANAGER;

        /** What kind of code names such a payee: a seller and a manager are both people, and one of them has one account. */
        public PayeeKind kind() {
            return switch (this) {
                case DEALER -> PayeeKind.DEALER;
                case OUTLET -> PayeeKind.OUTLET;
                case SELLER, MANAGER -> PayeeKind.PERSON;
            };
        }
    }

    /** What a payee's code stands for. */
    public enum PayeeKind {
        DEALER,
        OUTLET,
        PERSON
    }

    /** One of those a line's base is shared among. */
    public record Share(Payee payee, int percent) {}

    /** What of a line a plan can ask for. */
    public enum Trait {
        CHANNEL,
        BRANCH,
        OUTLET,
        CATEGORY,
        PRODUCT,
        MANUFACTURER,
        PRODUCT_KIND,
        /** Of the seller. */
        ROLE
    }

    /** What a line counts by; returns count negative. */
    public enum Measure {
        NET_AMOUNT,
        NET_QUANTITY,
        /** amount − quantity × standard cost on the day of the sale. */
        GROSS_MARGIN
    }

    /** What must have happened before earned money is payable. */
    public record Gates(List<LineGate> ofLines, List<PayeeGate> ofPayees) {
        /** Whether lines wait for their warranty cards. */
        public boolean askForCard() {
            return ofLines.stream().anyMatch(gate -> gate.kind() == LineGate.Kind.WARRANTY_CARD);
        }
    }

    /**
     * Asked of each line.
     *
     * @param days a warranty card has to be back within so many days after the sale; a return window is over after them
     * @param forfeits whether a line without its card is lost after the deadline, or cleared all the same
     */
    public record LineGate(Kind kind, int days, boolean forfeits) {
        /** What the line waits for. */
        public enum Kind {
            WARRANTY_CARD,
            RETURN_WINDOW
        }
    }

    /** Asked of a payee at settlement. */
    public enum PayeeGate {
        DEPOSIT_FULL,
        NO_OVERDUE_RECEIVABLE
    }

    /**
     * How returns count.
     *
     * @param windowDays later returns do not count; empty = no limit
     */
    public record Returns(Optional<Integer> windowDays, AfterClose afterClose) {
        /** Whether a return counts: later than so many days after the sale it does not. */
        public boolean count(LocalDate returned, LocalDate sold) {
            return windowDays
                    .filter(days -> ChronoUnit.DAYS.between(sold, returned) > days)
                    .isEmpty();
        }

        /** What a return does whose origin month is closed. */
        public enum AfterClose {
            ORIGINAL_RATE,
            RECOMPUTE,
            NONE
        }
    }

    /** Of the plans of one group only the one with the highest priority pays a line. */
    public record Exclusive(String group, int priority) {}

    /** Whether an amount is paid for each outlet of the payee. */
    public boolean paysPerOutlet() {
        return rate instanceof Rate.Fixed fixed && fixed.perOutlet();
    }

    /** Whether the version can only begin with a month, because what it pays depends on the whole month. */
    public boolean needsWholeMonths() {
        return !minimum.isEmpty() || cap.isPresent() || rate.needsWholeMonths();
    }
}
