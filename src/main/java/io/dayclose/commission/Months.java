package io.dayclose.commission;

import io.dayclose.commission.Credit.Account;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All accounts of all origin months from the lines alone (plans.md, steps 1 to 3): computed from scratch, in whatever
 * order the lines came. A return with an original counts in the month, plan and share of its original.
 */
public final class Months {
    private final Crediting crediting;
    private final Map<YearMonth, Map<Account, PlanMonth>> months = new TreeMap<>();
    private final Map<Line.Key, Line> sales = new HashMap<>();
    private final Map<Line.Key, List<Credit>> credits = new HashMap<>();
    private final List<Left> left = new ArrayList<>();

    public Months(Crediting crediting) {
        this.crediting = crediting;
    }

    /** A line, or a share of it, that counts for nobody: the plan that would have paid, empty when none does. */
    public record Left(Line line, String plan, NotCredited reason) {}

    /** Counts lines: sales first, so that every return finds its original. */
    public void add(Collection<Line> lines) {
        lines.stream().filter(line -> !line.isReturn()).forEach(this::own);
        lines.stream().filter(Line::isReturn).forEach(this::takeBack);
    }

    private void own(Line line) {
        var result = crediting.of(line);
        result.missing().forEach((plan, why) -> left.add(new Left(line, plan, why)));
        if (!line.isReturn() && !line.isShare()) {
            sales.put(line.key(), line);
            credits.put(line.key(), result.credits());
        }
        result.credits().forEach(credit -> month(line.date(), credit).add(line, credit));
    }

    private void takeBack(Line line) {
        var original = line.original().map(sales::get);
        if (line.original().isEmpty()) {
            own(line);
        } else if (original.isPresent()) {
            Objects.requireNonNull(credits.get(original.get().key()))
                    .forEach(credit -> takeBack(line, original.get(), credit));
        } else {
            left.add(new Left(line, "", NotCredited.NO_ORIGINAL));
        }
    }

    private void takeBack(Line line, Line original, Credit credit) {
        if (credit.version().returns().count(line.date(), original.date())) {
            month(original.date(), credit).addReturn(line, original, credit);
        } else {
            left.add(new Left(line, credit.account().plan(), NotCredited.OUTSIDE_WINDOW));
        }
    }

    private PlanMonth month(LocalDate date, Credit credit) {
        return months.computeIfAbsent(YearMonth.from(date), any -> new TreeMap<>())
                .computeIfAbsent(credit.account(), any -> new PlanMonth());
    }

    /** The accounts of an origin month, in order. */
    public Map<Account, PlanMonth> of(YearMonth month) {
        return months.getOrDefault(month, Map.of());
    }

    /** What counts for nobody, with the reason. */
    public List<Left> left() {
        return left;
    }
}
