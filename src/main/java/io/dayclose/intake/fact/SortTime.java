package io.dayclose.intake.fact;

import io.dayclose.intake.Judged;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** When a record happened, as far as it says so. */
final class SortTime {
    private SortTime() {}

    static @Nullable LocalDateTime of(Judged judged) {
        for (var value : judged.values()) {
            if (value instanceof LocalDateTime time) {
                return time;
            }
        }
        return null;
    }
}
