package io.dayclose.close;

import io.dayclose.commission.posting.ClosedAccounts;
import io.dayclose.commission.posting.PlansInForce;
import io.dayclose.period.BusinessDays;
import io.dayclose.period.ClosedMonths;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Closes a month: settles it, keeps what its plans said and its accounts came to, and posts what is paid and carried. */
public final class MonthClose {
    private final JdbcTemplate jdbc;
    private final PlansInForce plans;
    private final Settlements settlements;

    public MonthClose(JdbcTemplate jdbc, PlansInForce plans, Settlements settlements) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.settlements = settlements;
    }

    /**
     * Who closes which month.
     *
     * @param force although days of it are not closed
     * @param runId 0 for a person at the shell
     */
    public record Request(YearMonth month, boolean force, Optional<String> reason, String user, long runId) {}

    /** The latest business date that was closed. */
    public LocalDate asOf() {
        return new BusinessDays(jdbc).last().orElseThrow(() -> refused(Message.NO_DAY_CLOSED));
    }

    public boolean isClosed(YearMonth month) {
        return count("SELECT COUNT(*) FROM closed_month WHERE month = ?", month.toString()) > 0;
    }

    /** The last month up to a date that is closed. */
    public Optional<YearMonth> lastClosed(LocalDate date) {
        return jdbc
                .queryForList(
                        "SELECT month FROM closed_month WHERE month <= ? ORDER BY month DESC LIMIT 1",
                        String.class,
                        YearMonth.from(date).toString())
                .stream()
                .findFirst()
                .map(YearMonth::parse);
    }

    /** A closed month and those that were closed together with it, oldest first. */
    public List<YearMonth> closedWith(YearMonth month) {
        return jdbc
                .queryForList(
                        "SELECT c.month FROM closed_month c JOIN closed_month m ON m.as_of = c.as_of WHERE m.month = ? ORDER BY 1",
                        String.class,
                        month.toString())
                .stream()
                .map(YearMonth::parse)
                .toList();
    }

    /** The whole months up to a date that are not closed and have something to settle, oldest first. */
    public List<YearMonth> due(LocalDate date) {
        var last = date.equals(YearMonth.from(date).atEndOfMonth())
                ? YearMonth.from(date)
                : YearMonth.from(date).minusMonths(1);
        return jdbc.queryForList("""
                        SELECT DISTINCT l.posting_month FROM ledger l LEFT JOIN closed_month c ON c.month = l.posting_month
                        WHERE c.month IS NULL AND l.posting_month <= ? ORDER BY 1""", String.class, last.toString()).stream()
                .map(YearMonth::parse)
                .toList();
    }

    /** @throws Refusal while a run has been cut off in the middle of a source: the rest of it belongs to the same books */
    public void requireAllRead() {
        jdbc.query(
                "SELECT name, night FROM feed_source WHERE state = 'TAKEN' ORDER BY source_id LIMIT 1",
                (RowCallbackHandler) row -> {
                    throw refused(Message.SOURCE_HALF_READ, row.getString(1), row.getObject(2, LocalDate.class));
                });
    }

    /** @throws Refusal when the month may not be closed yet, saying what is missing */
    public void require(Request request) {
        if (!request.force()) {
            requireAllRead();
        }
        var month = request.month();
        if (month.atEndOfMonth().isAfter(asOf())) {
            throw refused(Message.MONTH_NOT_OVER, month, asOf());
        }
        due(month.minusMonths(1).atEndOfMonth()).stream().findFirst().ifPresent(earlier -> {
            throw refused(Message.MONTH_BEFORE_OPEN, month, earlier);
        });
        var later = jdbc.queryForObject(
                "SELECT MAX(month) FROM closed_month WHERE month > ?", String.class, month.toString());
        if (later != null) {
            throw refused(Message.MONTH_AFTER_CLOSED, month, later);
        }
        new BusinessDays(jdbc).firstOpen(month).filter(any -> !request.force()).ifPresent(day -> {
            throw refused(Message.MONTH_DAY_OPEN, month, day);
        });
    }

    /** Works out what the month would settle to by now; must run in a transaction. */
    public void draft(YearMonth month) {
        settlements.settle(month, asOf());
    }

    /** Closes it for good; must run in a transaction, with the ledger at its targets. */
    public void close(Request request, LocalDateTime now) {
        var month = request.month();
        var asOf = asOf();
        settlements.settle(month, asOf);
        new ClosedMonths(jdbc).close(new ClosedMonths.Closing(month, asOf, request.user(), now, request.reason()));
        plans.keep(month);
        new ClosedAccounts(jdbc).keep(month);
        settlements.post(month, asOf, request.runId());
    }

    private long count(String sql, Object... parameters) {
        var count = jdbc.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }

    private static Refusal refused(Message message, Object... values) {
        return Refusal.refused(Problem.at("close month", message, values));
    }
}
