package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One account's lines of one origin month, one by one, for those who want to see them. */
public final class PlanMonth {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Counted> lines = new ArrayList<>();

    /**
     * A line and what of it counts.
     *
     * @param sale the line itself, or the sale it takes back
     */
    public record Counted(Line line, Line sale, Credit credit) {
        /** Signed: a return takes away. */
        public Measures measures() {
            return line.measures().times(BigDecimal.valueOf(credit.percent()).divide(HUNDRED));
        }

        /** What the plan's version pays by, of this line. */
        public BigDecimal base() {
            return measures().paidBy(credit.version());
        }

        /** Lines that rules treat like this one. */
        public Bucket bucket(Cards cards) {
            var outlet = sale.traits().getOrDefault(PlanVersion.Trait.OUTLET, "");
            boolean loose = line.isReturn() && line.original().isEmpty();
            return loose
                    ? Bucket.free(credit.version(), outlet)
                    : Bucket.sold(credit.version(), outlet, sale.date(), card(cards));
        }

        private LocalDate card(Cards cards) {
            if (sale.serial() == null) {
                return Bucket.AT_ONCE;
            }
            var back = cards.returned(sale.serial());
            return back == null ? Bucket.NO_CARD : back;
        }
    }

    /** When the card of a serial number came back, null while it has not. */
    @FunctionalInterface
    public interface Cards {
        @Nullable
        LocalDate returned(String serial);
    }

    /** Counts a sale or a return without an original. */
    void add(Line line, Credit credit) {
        lines.add(new Counted(line, line, credit));
    }

    /** Counts a return under the credit of the sale it takes back. */
    void addReturn(Line line, Line original, Credit credit) {
        lines.add(new Counted(line, original, credit));
    }

    public List<Counted> lines() {
        return lines;
    }

    /**
     * The same lines summed by what the rules tell apart.
     *
     * @param afterClose whether a line is a return that came after the month was closed
     */
    public AccountMonth sums(Cards cards, Predicate<Line> afterClose) {
        var sums = new AccountMonth();
        lines.forEach(counted -> {
            var bucket = counted.bucket(cards);
            sums.add(afterClose.test(counted.line()) ? bucket.ofClosedMonth() : bucket, counted.measures());
        });
        return sums;
    }
}
