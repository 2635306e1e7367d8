package io.dayclose.config.plan;

import io.dayclose.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A commission plan of {@code jobs-config/plans/}: who is paid for what, at which rate, by version.
 *
 * @param versions in order of their first days
 */
public record Plan(String name, Bilingual title, Kind kind, List<PlanVersion> versions) {
    /** What the plan's earnings are posted as. */
    public enum Kind {
        COMMISSION,
        SUBSIDY
    }

    /** The version in force on a date: the last one that begins on or before it. */
    public Optional<PlanVersion> on(LocalDate date) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(date))
                .reduce((earlier, later) -> later);
    }
}
