package io.dayclose.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who works for us; first and last day are both working days, empty means no limit. */
public record Person(
        String code,
        String branch,
        String role,
        @Nullable String manager,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {}
