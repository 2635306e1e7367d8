package io.dayclose.commission.measure;

import io.dayclose.commission.measure.DayMeasures.Counted;
import io.dayclose.commission.measure.SoldLine.Key;
import io.dayclose.period.IntakeMark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One reading of a day: sales as they come, returns once the sales they take back are known. */
final class DayReading {
    private final SoldLines lines;
    private final PlanRules rules;
    private final LocalDate day;
    private final IntakeMark known;
    private final DayMeasures measures;
    private final Map<LocalDate, DayCredits> credits = new HashMap<>();
    private final CountedCards cards;
    private final List<SoldLine> returns = new ArrayList<>();
    private final List<Key> corrected = new ArrayList<>();

    /**
     * A day to read.
     *
     * @param known what had been taken when it was measured last
     */
    record Day(LocalDate date, IntakeMark known) {}

    DayReading(SoldLines lines, CountedCards cards, Day which, PlanRules rules) {
        this.lines = lines;
        this.cards = cards;
        this.rules = rules;
        day = which.date();
        known = which.known();
        measures = new DayMeasures(day);
    }

    DayMeasures measures() {
        var own = credits(day);
        cards.ofDay(lines, day, (line, card) -> {
            noteCorrected(line);
            if (!line.isVoid() && line.isReturn()) {
                returns.add(line);
            } else if (!line.isVoid()) {
                measures.add(new Counted(line, line, own, card, newness(line), false));
            }
        });
        SoldLines.inParts(returns, this::takeBack);
        return measures;
    }

    private DayCredits credits(LocalDate date) {
        return credits.computeIfAbsent(date, rules::credits);
    }

    private boolean isNew(SoldLine line) {
        return line.origin().taken().isAfter(known);
    }

    private ChangeCause newness(SoldLine line) {
        return isNew(line) ? ChangeCause.of(line) : ChangeCause.KNOWN;
    }

    private void noteCorrected(SoldLine line) {
        if (line.origin().version() > 1 && isNew(line)) {
            corrected.add(line.key());
        }
    }

    private void takeBack(List<SoldLine> some) {
        var originals = lines.byKey(
                some.stream().map(SoldLine::original).filter(Objects::nonNull).collect(Collectors.toSet()));
        var firsts = lines.firstTaken(
                some.stream().filter(line -> line.origin().version() > 1).toList());
        cards.fetch(originals.values().stream().map(SoldLines.Dated::line).toList());
        for (var line : some) {
            var original = line.original() == null ? new SoldLines.Dated(line, day) : originals.get(line.original());
            if (original == null || original.line().isVoid()) {
                measures.addWithoutOriginal(line);
            } else {
                var taken = firsts.getOrDefault(line.key(), line.origin().taken());
                boolean after = rules.isAfterClose(YearMonth.from(original.day()), taken);
                measures.add(new Counted(
                        line,
                        original.line(),
                        credits(original.day()),
                        cards.of(original.line()),
                        newness(line),
                        after));
            }
        }
    }

    /** Returns of lines that were corrected count by what those say now: their days have to be measured again. */
    List<LocalDate> daysThatFollow() {
        return lines.returnsOf(Set.copyOf(corrected)).stream()
                .map(SoldLines.Dated::day)
                .filter(each -> !each.equals(day))
                .distinct()
                .toList();
    }
}
