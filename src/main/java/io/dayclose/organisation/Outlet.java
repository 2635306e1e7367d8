package io.dayclose.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A point of sale; opening and closing day are both days it sells, empty means no limit. */
public record Outlet(
        String code,
        String branch,
        String channel,
        @Nullable String dealer,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /** Whether it sells on a day. */
    public boolean isOpen(LocalDate day) {
        return (openedOn == null || !day.isBefore(openedOn)) && (closedOn == null || !day.isAfter(closedOn));
    }
}
