package io.dayclose.intake.expected;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which due days have been met by what came. A file with a date in its name counts for the last due day up to it, or, when
 * that is met, for the one nearest to it; a file without for the oldest that is not met, then for the one nearest to its
 * night; a query brings everything up to its night.
 */
final class DaysMet {
    private final DueDays due;
    private final List<LocalDate> days;
    private final Set<Met> met = new HashSet<>();

    /** @param days the due days in question, in order */
    DaysMet(DueDays due, List<LocalDate> days) {
        this.due = due;
        this.days = days;
    }

    private record Met(String branch, LocalDate day) {}

    /** Something that came: whose it is, the date in its name, and the night that took it. */
    record Came(String branch, Optional<LocalDate> named, LocalDate night, boolean query) {}

    /** Counts what came; in the order in which it came. */
    void count(Came came) {
        if (came.query()) {
            upTo(came.night()).forEach(day -> met.add(new Met(came.branch(), day)));
            return;
        }
        var oldest = upTo(came.night()).stream()
                .filter(day -> !isMet(came.branch(), day))
                .findFirst();
        var day = came.named()
                .map(date -> dated(came.branch(), date))
                .or(() -> oldest)
                .orElseGet(() -> due.meantFor(came.night()));
        met.add(new Met(came.branch(), day));
    }

    /** Late for the last due day as long as that is not met, else early for the next if that is nearer. */
    private LocalDate dated(String branch, LocalDate date) {
        var last = due.onOrBefore(date);
        return isMet(branch, last) ? due.meantFor(date) : last;
    }

    private List<LocalDate> upTo(LocalDate night) {
        return days.stream().filter(day -> !day.isAfter(night)).toList();
    }

    boolean isMet(String branch, LocalDate day) {
        return met.contains(new Met(branch, day));
    }
}
