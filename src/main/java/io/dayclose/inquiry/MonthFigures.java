package io.dayclose.inquiry;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a closed month came to, and what is open beside it; amounts are in the company's currency. */
public final class MonthFigures {
    private final JdbcClient jdbc;
    private final YearMonth month;

    public MonthFigures(JdbcTemplate jdbc, YearMonth month) {
        this.jdbc = JdbcClient.create(jdbc);
        this.month = month;
    }

    /** How many payees there are, how many of them are paid, and what is paid, carried over, and waits for gates. */
    public record Settled(long payees, long paidPayees, BigDecimal paid, BigDecimal carried, BigDecimal waiting) {}

    public Settled settled() {
        return ofMonth("month-settled").query(Settled.class).single();
    }

    /** How many of each are open: accounts with something held, breaks, returned vouchers, decisions, bonus months. */
    public record Open(long held, long breaks, long vouchers, long decisions, long bonuses) {}

    public Open open() {
        return ofMonth("month-open").query(Open.class).single();
    }

    private StatementSpec ofMonth(String query) {
        return jdbc.sql(InquirySql.of(query)).param("month", month.toString());
    }
}
