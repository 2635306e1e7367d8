package io.dayclose.database;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The days whose facts have changed since somebody took them in. Each change of facts raises a count for its day; whoever takes
 * the day in notes the count in a table of his own.
 */
public final class FactDays {
    private static final String CHANGED = """
            SELECT f.business_date FROM fact_day f LEFT JOIN %s n ON %s
            WHERE f.feed = ? AND (n.changes IS NULL OR n.changes <> f.changes) ORDER BY f.business_date""";
    private static final String NOTE =
            "REPLACE INTO %s (%s, changes) SELECT %s, changes FROM fact_day WHERE feed = ? AND business_date = ?";

    private final JdbcTemplate jdbc;
    private final String feed;
    private final String changed;
    private final String note;

    private FactDays(JdbcTemplate jdbc, String feed, String changed, String note) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.changed = changed;
        this.note = note;
    }

    /** Days that are noted in a table of this feed alone, under a column of its own. */
    public static FactDays of(JdbcTemplate jdbc, String feed, String table, String day) {
        return new FactDays(
                jdbc,
                feed,
                CHANGED.formatted(table, "n." + day + " = f.business_date"),
                NOTE.formatted(table, day, "business_date"));
    }

    /** Days that are noted in a table of several feeds, under {@code feed} and {@code business_date}. */
    public static FactDays ofSeveral(JdbcTemplate jdbc, String feed, String table) {
        return new FactDays(
                jdbc,
                feed,
                CHANGED.formatted(table, "n.feed = f.feed AND n.business_date = f.business_date"),
                NOTE.formatted(table, "feed, business_date", "feed, business_date"));
    }

    /** The days that have changed, oldest first. */
    public List<LocalDate> changed() {
        return jdbc.queryForList(changed, LocalDate.class, feed);
    }

    /** Notes how often a day has changed by now; must run in the transaction that takes it in. */
    public void note(LocalDate day) {
        jdbc.update(note, feed, day);
    }
}
