package io.dayclose.stock.roll;

import io.dayclose.stock.Event;
import io.dayclose.stock.Event.Counted;
import io.dayclose.stock.Event.Returned;
import io.dayclose.stock.Event.Sold;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the facts of a day say of a cell. Movements bear no time: goods come and go before the day's sales, and sales go before
 * returns. Only on a day with a count do times matter; a sale without one is taken to be made before it.
 */
final class DayFacts {
    private static final Comparator<Timed> BY_TIME =
            Comparator.comparing(Timed::at).thenComparing(Timed::rank).thenComparing(Timed::key);
    private static final Comparator<Timed> BY_KIND =
            Comparator.comparing(Timed::rank).thenComparing(Timed::at).thenComparing(Timed::key);

    private final List<Event> movements = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();
    private long sold;
    private boolean sentOn;

    /** @param rank sales before returns, counts last, at the same instant */
    private record Timed(LocalDateTime at, int rank, String key, Event event) {}

    /** In their order: what comes before what goes. */
    void movement(Event event, boolean sent) {
        movements.add(event);
        sentOn |= sent;
    }

    /** All sales of the day together, when nobody will ask for the single ones. */
    void soldInAll(long quantity) {
        sold = quantity;
    }

    void sold(LocalDateTime at, Sold event) {
        timed.add(new Timed(at, 0, event.line(), event));
    }

    void returned(LocalDateTime at, String line, Returned event) {
        timed.add(new Timed(at, 1, line, event));
    }

    void counted(Counted event) {
        timed.add(new Timed(event.at(), 2, event.count(), event));
    }

    boolean isCounted() {
        return timed.stream().anyMatch(each -> each.event() instanceof Counted);
    }

    boolean isSentOn() {
        return sentOn;
    }

    List<Event> events() {
        var all = new ArrayList<>(movements);
        if (sold != 0) {
            all.add(new Sold("", sold));
        }
        if (timed.isEmpty()) {
            return all;
        }
        timed.stream().sorted(isCounted() ? BY_TIME : BY_KIND).map(Timed::event).forEach(all::add);
        return all;
    }
}
