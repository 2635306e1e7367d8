package io.dayclose.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two months the demo tells of.
 *
 * @param last the last day with sales, the business date of the demo's night
 */
record DemoSpan(LocalDate first, LocalDate last) {
    /** Half a month, after which carriers and dealers settle. */
    record Cycle(LocalDate from, LocalDate to) {
        static Cycle of(LocalDate day) {
            return day.getDayOfMonth() <= 15
                    ? new Cycle(day.withDayOfMonth(1), day.withDayOfMonth(15))
                    : new Cycle(day.withDayOfMonth(16), YearMonth.from(day).atEndOfMonth());
        }

        /** Five days after its end: the 20th, or the 5th of the next month. */
        LocalDate payBy() {
            return to.plusDays(5);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Such as {@code 202611A} for the first half of November. */
        String code() {
            return "%d%02d%s".formatted(from.getYear(), from.getMonthValue(), from.getDayOfMonth() == 1 ? "A" : "B");
        }
    }

    static DemoSpan endingOn(LocalDate last) {
        return new DemoSpan(last.minusMonths(2).plusDays(1), last);
    }

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The half months whose money was due by the last day. */
    List<Cycle> settledCycles() {
        return Stream.iterate(Cycle.of(first), cycle -> Cycle.of(cycle.to().plusDays(1)))
                .takeWhile(cycle -> !cycle.payBy().isAfter(last))
                .toList();
    }

    List<YearMonth> months() {
        return Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(last)))
                .toList();
    }

    /** The months that ended within the span, however little of them lies in it. */
    List<YearMonth> endedMonths() {
        return months().stream().filter(month -> holds(month.atEndOfMonth())).toList();
    }
}
