package io.dayclose.period;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The business days that are closed. */
public final class BusinessDays {
    private final JdbcTemplate jdbc;

    public BusinessDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest business date that was closed; entries that people cause bear it, as all of a night do. */
    public Optional<LocalDate> last() {
        return Optional.ofNullable(date("SELECT MAX(business_date) FROM business_day"));
    }

    public boolean isClosed(LocalDate day) {
        return !jdbc.queryForList("SELECT 1 FROM business_day WHERE business_date = ?", Integer.class, day)
                .isEmpty();
    }

    /** The first day of a month, since books began, that is not closed. */
    public Optional<LocalDate> firstOpen(YearMonth month) {
        var first = date("SELECT MIN(business_date) FROM business_day");
        var closed = new HashSet<>(jdbc.queryForList(
                "SELECT business_date FROM business_day WHERE business_date BETWEEN ? AND ?",
                LocalDate.class,
                month.atDay(1),
                month.atEndOfMonth()));
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> first != null && !day.isBefore(first) && !closed.contains(day))
                .findFirst();
    }

    /** Which run has closed a day, when (company's local time), and the digest of what the day came to. */
    public record Closing(LocalDate day, long runId, LocalDateTime at, String digest) {}

    /** Closes a day, again when it is run again; must run in a transaction. */
    public void close(Closing closing) {
        jdbc.update(
                "REPLACE INTO business_day (business_date, run_id, closed_at, digest) VALUES (?, ?, ?, ?)",
                closing.day(),
                closing.runId(),
                closing.at(),
                closing.digest());
    }

    private @Nullable LocalDate date(String sql) {
        return jdbc.queryForObject(sql, LocalDate.class);
    }
}
