package io.dayclose.period;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The months that are closed, and where entries of theirs are posted since. */
public final class ClosedMonths {
    private final JdbcTemplate jdbc;
    private final TreeMap<YearMonth, IntakeMark> months = new TreeMap<>();

    public ClosedMonths(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.query("SELECT month, last_night, last_source FROM closed_month", (RowCallbackHandler) row -> months.put(
                YearMonth.parse(row.getString(1)), new IntakeMark(row.getObject(2, LocalDate.class), row.getLong(3))));
    }

    /** The closed months, each with what had been taken in when it was closed. */
    public Map<YearMonth, IntakeMark> taken() {
        return months;
    }

    /** Whether a month is over for good: closed itself, or left behind, with nothing in it, when a later one was closed. */
    public boolean has(YearMonth month) {
        return !months.isEmpty() && !month.isAfter(months.lastKey());
    }

    /** Where entries of an origin month are posted on a date: there while it is open, else in the first open month. */
    public YearMonth postingMonth(YearMonth origin, LocalDate date) {
        if (!has(origin)) {
            return origin;
        }
        var month = YearMonth.from(date);
        return month.isAfter(months.lastKey()) ? month : months.lastKey().plusMonths(1);
    }

    /** Who closes a month, as of which business date, when and, where it took one, for what reason. */
    public record Closing(YearMonth month, LocalDate asOf, String user, LocalDateTime at, Optional<String> reason) {}

    /** Closes a month for good, with what has been taken in by now; must run in a transaction. */
    public void close(Closing closing) {
        jdbc.update(
                "INSERT INTO closed_month (month, as_of, last_night, last_source, closed_by, closed_at, reason)"
                        + " SELECT ?, ?, MAX(night), MAX(source_id), ?, ?, ? FROM feed_source",
                closing.month().toString(),
                closing.asOf(),
                closing.user(),
                closing.at(),
                closing.reason().orElse(null));
    }
}
