package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

        private Bucket bucket(Cards cards) {
            var version = credit.version();
            boolean loose = line.isReturn() && line.original().isEmpty();
            boolean held = !loose && !version.gates().ofLines().isEmpty();
            return new Bucket(
                    version.from(),
                    unit(version),
                    held ? sale.date() : Bucket.AT_ONCE,
                    held ? card(cards) : Bucket.AT_ONCE,
                    false);
        }

        private String unit(PlanVersion version) {
            return version.rate() instanceof Rate.Fixed fixed && fixed.perOutlet()
                    ? sale.traits().getOrDefault(PlanVersion.Trait.OUTLET, "")
                    : "";
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

    /** The same lines summed by what the rules tell apart. */
    public AccountMonth sums(Cards cards) {
        var sums = new AccountMonth();
        lines.forEach(counted -> sums.add(counted.bucket(cards), counted.measures()));
        return sums;
    }
}
