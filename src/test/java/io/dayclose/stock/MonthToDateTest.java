package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.stock.Event.Counted;
import io.dayclose.stock.Event.In;
import io.dayclose.stock.Event.Out;
import io.dayclose.stock.Event.Returned;
import io.dayclose.stock.Event.Sold;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a shelf has come to, by hand. */
class MonthToDateTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 28);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 4);

    private final StockItem cell = new StockItem(FifoLayers.empty(), FifoLayers.empty());
    private MonthToDate running = MonthToDate.none();

    private MonthToDate day(LocalDate date, Event... events) {
        running = running.next(cell.roll(date, List.of(events)), cell.closing());
        return running;
    }

    private static In in(Flow flow, long quantity, LocalDate date) {
        return new In(flow, Ownership.OWNED, new Layer(date, null, "", quantity));
    }

    @Test
    void a_month_adds_up_and_the_next_begins_anew() {
        day(OCTOBER, in(Flow.RECEIVED, 20, OCTOBER), in(Flow.TRANSFER_IN, 3, OCTOBER), new Sold("", 5));
        var october = day(
                OCTOBER.plusDays(2),
                new Out(Flow.DAMAGED, Ownership.OWNED, 1),
                new Returned(2, Optional.empty(), 0),
                new Sold("", 4));
        assertThat(october).isEqualTo(new MonthToDate(OCTOBER.plusDays(2), 20, 9, 2, 3, 1, 0, OCTOBER.plusDays(2)));
        var november = day(NOVEMBER, new Counted("K1/1", NOVEMBER.atTime(9, 0), 12));
        assertThat(november)
                .as("15 stood there, 12 were found, nothing was sold")
                .isEqualTo(new MonthToDate(NOVEMBER, 0, 0, 0, 0, 3, 0, OCTOBER.plusDays(2)));
    }

    @Test
    void days_are_empty_that_open_with_nothing_and_bring_nothing() {
        assertThat(day(OCTOBER, new Sold("", 2)).empty()).as("its first day").isEqualTo(1);
        assertThat(day(OCTOBER.plusDays(3), new Sold("", 1)).empty())
                .as("it, the 29th, the 30th and the 31st of October")
                .isEqualTo(4);
        assertThat(day(NOVEMBER, in(Flow.RECEIVED, 5, NOVEMBER)).empty())
                .as("three days of November; on the fourth goods came")
                .isEqualTo(3);
        assertThat(day(NOVEMBER.plusDays(1), new Sold("", 2)).empty())
                .as("it opened with two")
                .isEqualTo(3);
        assertThat(day(NOVEMBER.plusDays(4), new Out(Flow.GIFTED, Ownership.OWNED, 1))
                        .empty())
                .as("the 6th and the 7th were quiet, and empty as the 8th")
                .isEqualTo(6);
    }
}
