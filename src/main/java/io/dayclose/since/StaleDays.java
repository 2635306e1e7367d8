package io.dayclose.since;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Which reported dates are stale: something they were made from has changed since, on them or on a day before that they count in. */
public final class StaleDays {
    private static final String CHANGE = "c.feed, c.kind, c.about, SUM(c.pieces), SUM(c.amount)";
    private static final String BY_CHANGE = "c.feed, c.kind, c.about ORDER BY c.feed, c.kind, c.about";

    private final JdbcTemplate jdbc;
    private final String jobs;

    /** @param jobs those whose workbooks go stale: what a closed month was told of stays so, whatever comes later */
    public StaleDays(JdbcTemplate jdbc, Collection<String> jobs) {
        this.jdbc = jdbc;
        this.jobs = String.join(",", jobs);
    }

    /** A job's workbooks of a date. */
    public record Edition(String job, LocalDate date) {}

    /** The last change there is. */
    public long last() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COALESCE(MAX(change_id), 0) FROM day_change", Long.class));
    }

    /** Says that a job's workbooks of a date are made, up to a change that was there before the first of them. */
    public void reported(Edition edition, long change) {
        jdbc.update(
                "REPLACE INTO reported_day (job, business_date, change_id) SELECT ?, ?, ? FROM DUAL WHERE FIND_IN_SET(?, ?) > 0",
                edition.job(),
                edition.date(),
                change,
                edition.job(),
                jobs);
    }

    /** All that was ever reported between two dates, oldest first. */
    public List<Edition> reported(LocalDate from, LocalDate to) {
        return jdbc.query(
                "SELECT job, business_date FROM reported_day WHERE business_date BETWEEN ? AND ? AND FIND_IN_SET(job, ?) > 0 ORDER BY business_date, job",
                (row, n) -> edition(row),
                from,
                to,
                jobs);
    }

    /** All that is stale, oldest first, with what has changed. */
    public Map<Edition, List<DayChange>> stale() {
        var stale = new LinkedHashMap<Edition, List<DayChange>>();
        jdbc.query(
                "SELECT r.job, r.business_date, " + CHANGE
                        + " FROM reported_day r JOIN day_change c ON c.change_id > r.change_id AND c.business_date <= r.business_date WHERE FIND_IN_SET(r.job, ?) > 0 GROUP BY r.business_date, r.job, "
                        + BY_CHANGE.replace("ORDER BY", "ORDER BY r.business_date, r.job,"),
                (RowCallbackHandler) row -> stale.computeIfAbsent(edition(row), any -> new ArrayList<>())
                        .add(change(row, 3)),
                jobs);
        return stale;
    }

    /** What a run has changed of dates that were reported before. */
    public List<DayChange> changedBy(long run) {
        return jdbc.query(
                "SELECT " + CHANGE + " FROM day_change c WHERE c.run_id = ? GROUP BY " + BY_CHANGE,
                (row, n) -> change(row, 1),
                run);
    }

    /** The dates that a run has made stale and nobody has reported again since. */
    public List<LocalDate> staleBy(long run) {
        return jdbc.queryForList(
                "SELECT DISTINCT r.business_date FROM reported_day r JOIN day_change c ON c.change_id > r.change_id AND c.business_date <= r.business_date AND c.run_id = ? WHERE FIND_IN_SET(r.job, ?) > 0 ORDER BY 1",
                LocalDate.class,
                run,
                jobs);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getString("job"), row.getObject("business_date", LocalDate.class));
    }

    private static DayChange change(ResultSet row, int first) throws SQLException {
        return new DayChange(
                row.getString(first),
                DayChange.Kind.valueOf(row.getString(first + 1)),
                row.getString(first + 2),
                row.getLong(first + 3),
                row.getBigDecimal(first + 4));
    }
}
