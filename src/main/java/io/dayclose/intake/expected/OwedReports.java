package io.dayclose.intake.expected;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Feed;
import io.dayclose.organisation.Branch;
import io.dayclose.organisation.OrganisationStore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who owes what at the end of a night: every branch is followed until its report has come. Reads no clock. */
public final class OwedReports {
    /** What is owed for longer has been escalated long ago. */
    private static final int FOLLOWED_DAYS = 92;

    private final JdbcTemplate jdbc;
    private final LocalDate night;

    public OwedReports(JdbcTemplate jdbc, LocalDate night) {
        this.jdbc = jdbc;
        this.night = night;
    }

    /** What came of a feed: whose it is and which day it is meant for. */
    private record Came(String branch, LocalDate date) {}

    /** What some feeds still owe, oldest first within a feed. */
    public List<Owed> of(List<Feed> feeds) {
        var owed = new ArrayList<Owed>();
        feeds.forEach(feed -> feed.expected().ifPresent(expected -> owed.addAll(of(feed, expected))));
        return owed;
    }

    private List<Owed> of(Feed feed, Expected expected) {
        var due = new DueDates(expected);
        var came = came(feed, due);
        return due.between(first(), night).stream()
                .flatMap(day -> senders(expected).stream()
                        .filter(branch -> !came.contains(new Came(branch, day)))
                        .map(branch -> new Owed(feed, branch, day, due.moment(day))))
                .toList();
    }

    /** Nothing is owed for days before the first night ever run. */
    private LocalDate first() {
        var first = Optional.ofNullable(jdbc.queryForObject("SELECT MIN(business_date) FROM job_run", LocalDate.class));
        var oldest = night.minusDays(FOLLOWED_DAYS);
        return first.filter(date -> date.isAfter(oldest)).orElse(oldest);
    }

    private List<String> senders(Expected expected) {
        return expected.fromBranches()
                ? new OrganisationStore(jdbc)
                        .branches(night).stream().map(Branch::code).toList()
                : List.of("");
    }

    /** A file is meant for the date in its name, else for the night that took it. */
    private Set<Came> came(Feed feed, DueDates due) {
        boolean bySender = feed.expected().filter(Expected::fromBranches).isPresent();
        return new HashSet<>(jdbc.query(
                """
                SELECT branch_code, COALESCE(file_date, night) FROM feed_source
                WHERE feed = ? AND night BETWEEN ? AND ? AND kind IN ('FILE', 'QUERY') AND state = 'DONE'""",
                (row, n) -> new Came(
                        bySender ? String.valueOf(row.getString(1)) : "",
                        due.meantFor(row.getObject(2, LocalDate.class))),
                feed.name(),
                first(),
                night));
    }

    /** The senders named by files of this night that are no branches: a slip in a name must not look like silence. */
    public List<String> strangers() {
        return jdbc.queryForList("""
                SELECT DISTINCT s.name FROM feed_source s LEFT JOIN branch b ON b.branch_code = s.branch_code
                WHERE s.night = ? AND s.branch_code IS NOT NULL AND b.branch_code IS NULL ORDER BY 1""", String.class, night);
    }

    /** Writes down what is owed, for reports to read; must run in a transaction. */
    public void keep(List<Owed> owed) {
        jdbc.update("DELETE FROM owed_report WHERE night = ?", night);
        owed.forEach(each -> jdbc.update(
                """
                INSERT INTO owed_report (night, feed, branch_code, due_on, due_at, days_late, escalated) VALUES (?, ?, ?, ?, ?, ?, ?)""",
                night,
                each.feed().name(),
                each.branch(),
                each.dueOn(),
                each.dueAt(),
                daysLate(each),
                isEscalated(each) ? "Y" : "N"));
    }

    private long daysLate(Owed owed) {
        return ChronoUnit.DAYS.between(owed.dueOn(), night);
    }

    private boolean isEscalated(Owed owed) {
        return owed.feed()
                .expected()
                .filter(expected -> daysLate(owed) >= expected.escalateAfter())
                .isPresent();
    }
}
