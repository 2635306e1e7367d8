package io.dayclose.commission.posting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens a round of posting. */
final class Rounds {
    private final JdbcTemplate jdbc;
    private final LocalDate date;
    private final long runId;
    private @Nullable Round round;

    Rounds(JdbcTemplate jdbc, LocalDate date, long runId) {
        this.jdbc = jdbc;
        this.date = date;
        this.runId = runId;
    }

    /** Opens the next one, as of the run's date or the latest that has been posted; must run in a transaction. */
    void open() {
        jdbc.update(
                "INSERT INTO commission_round (run_id, business_date) SELECT ?, GREATEST(?, COALESCE(MAX(business_date), ?)) FROM commission_round",
                runId,
                date,
                date);
        round = jdbc.queryForObject(
                "SELECT round_id, business_date FROM commission_round ORDER BY round_id DESC LIMIT 1",
                (row, n) -> new Round(row.getLong(1), runId, row.getObject(2, LocalDate.class)));
    }

    /** The month in which books began, empty before they did: of earlier ones only lines are known, not whom outlets belonged to. */
    static Optional<YearMonth> firstMonth(JdbcTemplate jdbc) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "SELECT DATE_FORMAT(MIN(business_date), '%Y-%m') FROM commission_round", String.class))
                .map(YearMonth::parse);
    }

    /** The one that is open. */
    Round round() {
        if (round == null) {
            throw new IllegalStateException("a round must be opened first");
        }
        return round;
    }
}
