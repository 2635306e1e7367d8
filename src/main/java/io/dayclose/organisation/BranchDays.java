package io.dayclose.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days on which a branch is one.
 *
 * @param until the first day after it, null while there is none
 */
public record BranchDays(
        String code, LocalDate from, @Nullable LocalDate until) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
