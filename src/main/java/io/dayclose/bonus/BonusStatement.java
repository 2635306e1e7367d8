package io.dayclose.bonus;

import io.dayclose.bonus.Assessment.Incomplete;
import io.dayclose.money.Rounding;
import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a bonus plan's month comes to, as people approve it.
 *
 * @param lines in the order of the persons' codes
 * @param missing figures without which it cannot be submitted
 */
public record BonusStatement(String bonus, YearMonth month, List<Line> lines, List<Missing> missing) {

    public BonusStatement {
        lines = lines.stream().sorted(Comparator.comparing(Line::person)).toList();
        missing = List.copyOf(missing);
    }

    static BonusStatement of(String bonus, YearMonth month, Collection<Assessment> assessments) {
        var missing = assessments.isEmpty()
                ? List.of(new Missing(Missing.What.PARTICIPANTS, bonus, Scope.COMPANY))
                : assessments.stream()
                        .filter(Incomplete.class::isInstance)
                        .flatMap(each -> ((Incomplete) each).missing().stream())
                        .distinct()
                        .toList();
        return new BonusStatement(
                bonus, month, assessments.stream().map(Line::of).toList(), missing);
    }

    /**
     * One participant's line.
     *
     * @param multiple to 6 decimals, for the eye: the amount comes from the exact one
     * @param amount in the company's currency, whole fen
     * @param reason why it is nothing, else empty
     */
    public record Line(
            String person,
            String role,
            Optional<BigDecimal> score,
            Optional<BigDecimal> multiple,
            BigDecimal amount,
            String reason,
            List<TracedFigure> readings) {
        private static final int SHOWN = 6;

        public Line {
            readings = List.copyOf(readings);
        }

        static Line of(Assessment assessment) {
            return new Line(
                    assessment.participant().person(),
                    assessment.participant().role(),
                    assessment.score(),
                    assessment.multiple().map(exact -> exact.rounded(SHOWN)),
                    assessment.amount(),
                    assessment.reason(),
                    assessment.readings());
        }
    }

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(Rounding.NO_FEN, BigDecimal::add);
    }

    /** SHA-256 of every figure in it: two sheets with one digest say the same. */
    public String digest() {
        return SheetDigest.of(this);
    }

    /** A participant whose line would be another one now; empty where there is no line. */
    public record Difference(String person, Optional<Line> frozen, Optional<Line> now) {
        /** In the company's currency; nothing where there is no line. */
        public BigDecimal frozenAmount() {
            return frozen.map(Line::amount).orElse(Rounding.NO_FEN);
        }

        public BigDecimal nowAmount() {
            return now.map(Line::amount).orElse(Rounding.NO_FEN);
        }
    }

    /** What would be different if the month were worked out now, in the order of the persons' codes. */
    public List<Difference> wouldBe(BonusStatement now) {
        var people = new TreeMap<String, Difference>();
        lines.forEach(
                line -> people.put(line.person(), new Difference(line.person(), Optional.of(line), Optional.empty())));
        now.lines.forEach(line -> people.merge(
                line.person(),
                new Difference(line.person(), Optional.empty(), Optional.of(line)),
                (frozen, later) -> new Difference(line.person(), frozen.frozen(), later.now())));
        return people.values().stream()
                .filter(each ->
                        !each.frozen().map(SheetDigest::text).equals(each.now().map(SheetDigest::text)))
                .toList();
    }
}
