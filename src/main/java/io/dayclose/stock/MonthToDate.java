package io.dayclose.stock;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one product at one outlet has come to by the end of a day on which something happened to it, of both ownerships: kept with the
 * day, so that a report reads one row a shelf where it would sum up a month of them. Until the next such day it all stands as it is,
 * only days without stock go on.
 *
 * @param on that day; null before anything has happened
 * @param received pieces since the first of its month, like the three after it
 * @param in what else has come: transfers, corrections and counts upwards
 * @param out what else has gone
 * @param empty days of its month until then that opened with nothing and on which nothing came (stock.md, E15)
 * @param soldOn the last day on which any was sold, in whatever month; null when none ever was
 */
public record MonthToDate(
        @Nullable LocalDate on,
        long received,
        long sold,
        long returned,
        long in,
        long out,
        long empty,
        @Nullable LocalDate soldOn) {
    private static final MonthToDate NONE = new MonthToDate(null, 0, 0, 0, 0, 0, 0, null);

    /** Nothing has ever happened. */
    public static MonthToDate none() {
        return NONE;
    }

    /** @param closing what stands there at the end of the day */
    public MonthToDate next(StockItem.Day day, long closing) {
        var flows = day.flows().values();
        var month = isOfMonth(day.date()) ? this : NONE;
        long came = sum(flows, Flows::in);
        long gone = sum(flows, Flows::out);
        long bought = sum(flows, each -> each.of(Flow.RECEIVED));
        long sales = sum(flows, each -> each.of(Flow.SOLD));
        long back = sum(flows, each -> each.of(Flow.RETURNED));
        boolean opensEmpty = closing - came + gone <= 0;
        return new MonthToDate(
                day.date(),
                month.received + bought,
                month.sold + sales,
                month.returned + back,
                month.in + came - bought - back,
                month.out + gone - sales,
                month.empty + (opensEmpty ? quietDays(day.date()) + (came == 0 ? 1 : 0) : 0),
                sales > 0 ? day.date() : soldOn);
    }

    private static long sum(Collection<Flows> flows, ToLongFunction<Flows> what) {
        long sum = 0;
        for (var each : flows) {
            sum += what.applyAsLong(each);
        }
        return sum;
    }

    private boolean isOfMonth(LocalDate date) {
        return on != null && YearMonth.from(on).equals(YearMonth.from(date));
    }

    /** The days of a date's month between the last day and it, on which nothing happened. */
    private long quietDays(LocalDate date) {
        if (on == null) {
            return 0;
        }
        var first = isOfMonth(date) ? on.plusDays(1) : date.withDayOfMonth(1);
        return ChronoUnit.DAYS.between(first, date);
    }
}
