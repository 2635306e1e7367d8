package io.dayclose.intake.expected;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Feed;
import io.dayclose.organisation.BranchDays;
import io.dayclose.organisation.OrganisationStore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What some feeds still owe, oldest first within a feed. */
    public List<Owed> of(List<Feed> feeds) {
        var owed = new ArrayList<Owed>();
        feeds.forEach(feed -> feed.expected().ifPresent(expected -> owed.addAll(of(feed, expected))));
        return owed;
    }

    private List<Owed> of(Feed feed, Expected expected) {
        var first = first(feed);
        if (first.isEmpty()) {
            return List.of();
        }
        var due = new DueDays(expected);
        var days = due.between(first.get(), night);
        var met = new DaysMet(due, days);
        came(feed, first.get()).forEach(met::count);
        var branches = expected.fromBranches() ? new OrganisationStore(jdbc).branchDays() : List.<BranchDays>of();
        return days.stream()
                .flatMap(day -> senders(expected, branches, day).stream()
                        .filter(branch -> !met.isMet(branch, day))
                        .map(branch -> new Owed(feed, branch, day, due.moment(day))))
                .toList();
    }

    /** Nothing is owed for days before the first night that asked for the feed, nor while none has. */
    private Optional<LocalDate> first(Feed feed) {
        var oldest = night.minusDays(FOLLOWED_DAYS);
        return Optional.ofNullable(jdbc.queryForObject(
                        "SELECT MIN(night) FROM feed_source WHERE feed = ?", LocalDate.class, feed.name()))
                .map(date -> date.isAfter(oldest) ? date : oldest);
    }

    /** A branch owes only what fell due while it was one. */
    private static List<String> senders(Expected expected, List<BranchDays> branches, LocalDate day) {
        return expected.fromBranches()
                ? branches.stream()
                        .filter(branch -> branch.contains(day))
                        .map(BranchDays::code)
                        .distinct()
                        .toList()
                : List.of("");
    }

    private List<DaysMet.Came> came(Feed feed, LocalDate first) {
        boolean bySender = feed.expected().filter(Expected::fromBranches).isPresent();
        return jdbc.query(
                """
                SELECT branch_code, file_date, night, kind FROM feed_source
                WHERE feed = ? AND night BETWEEN ? AND ? AND kind IN ('FILE', 'QUERY') AND state = 'DONE' ORDER BY night, source_id""",
                (row, n) -> new DaysMet.Came(
                        bySender ? String.valueOf(row.getString(1)) : "",
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4).equals("QUERY")),
                feed.name(),
                first,
                night);
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
