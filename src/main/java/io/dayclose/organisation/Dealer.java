package io.dayclose.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The outside company behind an outlet; contract days are both included, empty means no limit. */
public record Dealer(
        String code,
        String branch,
        @Nullable LocalDate contractFrom,
        @Nullable LocalDate contractTo) {}
