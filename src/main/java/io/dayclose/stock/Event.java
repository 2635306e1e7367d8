package io.dayclose.stock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to one product at one outlet, as a day's facts tell it. Quantities are positive; a correction's may be negative. */
public sealed interface Event {

    /** Goods come. @param layer with the day they first came, which a transfer keeps */
    record In(Flow flow, Ownership ownership, Layer layer) implements Event {}

    /** Goods go, or a correction adds and takes: that is negative then. */
    record Out(Flow flow, Ownership ownership, long quantity) implements Event {}

    /** Sold: what is consigned goes first, then what is owned. @param line empty when nobody will ask which of them it took */
    record Sold(String line, long quantity) implements Event {}

    /**
     * A customer's return: it restores what its original took, what was taken last first.
     *
     * @param original the line it returns
     * @param back how much of the original came back before
     */
    record Returned(long quantity, Optional<Original> original, long back) implements Event {}

    /**
     * The line that a return names.
     *
     * @param soldOn its day
     * @param here whether it was sold at this outlet
     * @param consigned how much of it was consigned, as far as that was known
     * @param takenFrom the day of the layer it was taken from, as far as that was known
     */
    record Original(
            String line,
            LocalDate soldOn,
            boolean here,
            long quantity,
            long consigned,
            @Nullable LocalDate takenFrom) {}

    /** Somebody has counted: from this instant on that is what is there. */
    record Counted(String count, LocalDateTime at, long quantity) implements Event {}

    /** A correction that books what a count has found: the count has moved the stock already. */
    record Booked(Ownership ownership, long quantity) implements Event {}
}
