package io.dayclose.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Business dates from the first to the last, both included, as people write them. */
public record DateSpan(LocalDate from, LocalDate to) {

    public DateSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: " + from + ".." + to);
        }
    }

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
