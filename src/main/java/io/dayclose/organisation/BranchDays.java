package io.dayclose.organisation;

import java.time.LocalDate;

/**
 * A span of days on which a branch is one.
 *
 * @param until the first day after it, 9999-12-31 while there is none
 */
public record BranchDays(String code, LocalDate from, LocalDate until) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
