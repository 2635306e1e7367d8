package io.dayclose.intake.source;

import io.dayclose.database.InList;
import io.dayclose.intake.fetch.Fetched;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files that were fetched from servers, in the register of sources. */
final class FetchedStore implements Fetched {
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Archive archive;

    FetchedStore(JdbcTemplate jdbc, Archive archive) {
        this.jdbc = jdbc;
        this.archive = archive;
    }

    /** A fetched file: what it is known by, and where it lies or will lie. */
    record Row(String mark, String archivedAs) {}

    @Override
    public Map<String, Boolean> of(String feed, Collection<String> marks) {
        var known = new HashMap<String, Boolean>();
        var all = List.copyOf(marks);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            rows(feed, all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach(row ->
                            known.merge(row.mark(), Files.exists(archive.path(row.archivedAs())), Boolean::logicalOr));
        }
        return known;
    }

    private List<Row> rows(String feed, List<String> marks) {
        var values = new ArrayList<Object>(marks);
        values.add(0, feed);
        return jdbc.query(
                "SELECT mark, archived_as FROM feed_source WHERE feed = ? AND mark IN (%s)"
                        .formatted(InList.marks(marks)),
                (row, n) -> new Row(row.getString(1), row.getString(2)),
                values.toArray());
    }

    /** What a night has fetched for a feed. */
    List<Row> of(String feed, LocalDate night) {
        return jdbc.query(
                "SELECT mark, archived_as FROM feed_source WHERE feed = ? AND night = ? AND mark IS NOT NULL",
                (row, n) -> new Row(row.getString(1), row.getString(2)),
                feed,
                night);
    }

    /** The server has answered: what was skipped before is looked at again, and skipped again if need be. */
    void forgetSkipped(String feed, LocalDate night) {
        jdbc.update("DELETE FROM feed_source WHERE feed = ? AND night = ? AND state = 'SKIPPED'", feed, night);
    }
}
