package io.dayclose.intake.fact;

import io.dayclose.intake.ValidatedRecord;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** When a record happened, as far as it says so. */
final class SortTime {
    private SortTime() {}

    static @Nullable LocalDateTime of(ValidatedRecord judged) {
        for (var value : judged.values()) {
            if (value instanceof LocalDateTime time) {
                return time;
            }
        }
        return null;
    }
}
