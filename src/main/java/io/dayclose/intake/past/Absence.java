package io.dayclose.intake.past;

import io.dayclose.config.feed.FeedSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Days, both included, on which somebody was with us as master data stood before and is not as it stands now. */
record Absence(LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /**
     * All of them up to a last day.
     *
     * @param edges the days on which either answer can change
     */
    static List<Absence> between(
            Collection<LocalDate> edges, Predicate<LocalDate> before, Predicate<LocalDate> now, LocalDate last) {
        var starts = new TreeSet<>(edges);
        starts.add(FeedSchema.ALWAYS);
        var found = new ArrayList<Absence>();
        for (var start : starts.headSet(last, true)) {
            var next = starts.higher(start);
            var end = next == null || next.isAfter(last) ? last : next.minusDays(1);
            if (before.test(start) && !now.test(start)) {
                found.add(new Absence(start, end));
            }
        }
        return found;
    }
}
