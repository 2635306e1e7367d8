package io.dayclose.inquiry;

import io.dayclose.calendar.DateSpan;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lists that {@code show} prints, each a file of {@code sql/inquiry} that says what its rows are. It is asked for a span of dates,
 * {@code :from} and {@code :to}, both included; a list of how things stood takes the last of them alone.
 */
public enum ListQuery {
    FEEDS,
    VOUCHERS,
    MAIL,
    SINCE,
    COMMISSION,
    LEDGER,
    SETTLEMENT,
    BONUS,
    PAYOUT,
    DEPOSITS,
    DECISIONS,
    UNCREDITED,
    RECEIVABLES,
    BREAKS,
    SUSPENSE,
    STOCK,
    TARGETS,
    AUDIT;

    public Rows rows(JdbcTemplate jdbc, DateSpan span) {
        return JdbcClient.create(jdbc)
                .sql(InquirySql.of(name().toLowerCase(Locale.ROOT)))
                .param("from", span.from())
                .param("to", span.to())
                .query(new RowReader());
    }

    /** The date people ask about when they name none: the last one that was closed, else that was run. */
    public static LocalDate lastDate(JdbcTemplate jdbc) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "SELECT COALESCE((SELECT MAX(business_date) FROM business_day), (SELECT MAX(business_date) FROM job_run WHERE state = 'COMPLETED'))",
                        LocalDate.class))
                .orElse(LocalDate.EPOCH);
    }
}
