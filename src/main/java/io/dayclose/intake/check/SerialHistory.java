package io.dayclose.intake.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where one piece was over time: sold and come back, in whatever order it was told. */
public final class SerialHistory {
    private SerialHistory() {}

    /** A sale or return of the piece; without a time of day it happened some time on its day. */
    public record Movement(
            boolean isReturn, LocalDate date, @Nullable LocalDateTime time) {}

    /**
     * Whether the piece is sold twice without a return between. Movements of one moment, or of one day when one of that
     * day has no time, are counted together: what cannot be told apart is not held against anybody.
     */
    static boolean isSoldTwice(Collection<Movement> movements) {
        var timeless = movements.stream()
                .filter(movement -> movement.time() == null)
                .map(Movement::date)
                .collect(Collectors.toSet());
        var out = new TreeMap<LocalDateTime, Integer>();
        for (var movement : movements) {
            var moment = movement.time() == null || timeless.contains(movement.date())
                    ? movement.date().atStartOfDay()
                    : movement.time();
            out.merge(moment, movement.isReturn() ? -1 : 1, Integer::sum);
        }
        int balance = 0;
        for (int change : out.values()) {
            balance = Math.max(0, balance + change);
            if (balance > 1) {
                return true;
            }
        }
        return false;
    }
}
