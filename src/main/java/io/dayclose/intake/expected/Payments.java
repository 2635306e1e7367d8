package io.dayclose.intake.expected;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which due days have been met by what came. A file with a date in its name pays the last due day up to it, or, when that
 * is met, the one nearest to it; a file without pays the oldest debt, then the day nearest to its night; a query brings
 * everything up to its night.
 */
final class Payments {
    private final DueDates due;
    private final List<LocalDate> days;
    private final Set<Paid> paid = new HashSet<>();

    /** @param days the due days in question, in order */
    Payments(DueDates due, List<LocalDate> days) {
        this.due = due;
        this.days = days;
    }

    private record Paid(String branch, LocalDate day) {}

    /** Something that came: whose it is, the date in its name, and the night that took it. */
    record Came(String branch, Optional<LocalDate> named, LocalDate night, boolean query) {}

    /** Counts what came; in the order in which it came. */
    void pay(Came came) {
        if (came.query()) {
            upTo(came.night()).forEach(day -> paid.add(new Paid(came.branch(), day)));
            return;
        }
        var oldest = upTo(came.night()).stream()
                .filter(day -> !isPaid(came.branch(), day))
                .findFirst();
        var day = came.named()
                .map(date -> dated(came.branch(), date))
                .or(() -> oldest)
                .orElseGet(() -> due.meantFor(came.night()));
        paid.add(new Paid(came.branch(), day));
    }

    /** Late for the last due day as long as that is not met, else early for the next if that is nearer. */
    private LocalDate dated(String branch, LocalDate date) {
        var last = due.onOrBefore(date);
        return isPaid(branch, last) ? due.meantFor(date) : last;
    }

    private List<LocalDate> upTo(LocalDate night) {
        return days.stream().filter(day -> !day.isAfter(night)).toList();
    }

    boolean isPaid(String branch, LocalDate day) {
        return paid.contains(new Paid(branch, day));
    }
}
