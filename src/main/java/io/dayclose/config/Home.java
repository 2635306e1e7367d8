package io.dayclose.config;

import io.dayclose.config.bonus.Bonus;
import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.metric.Metric;
import io.dayclose.config.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an installation has configured, read and checked. Feeds stand in the order they are read. Wide: one component for each kind of file in a home.
 */
public record Home(
        HomeFiles files,
        Company company,
        WorkingCalendar calendar,
        List<Feed> feeds,
        Map<String, Job> jobs,
        Map<String, Report> reports,
        Map<String, Plan> plans,
        Map<String, Carrier> carriers,
        Map<String, Metric> metrics,
        Map<String, Bonus> bonuses,
        Recipients recipients,
        Map<String, User> users) {

    /** The person a user of {@code users.yml} is; anybody else is the code of a person. */
    public String personOf(String user) {
        return people().find(user).flatMap(User::person).orElse(user);
    }

    /** Who may decide what. */
    public Users people() {
        return Users.of(users.values());
    }

    public Optional<Job> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** The reports a job builds, in the order of their names. */
    public List<Report> reportsOf(String job) {
        return all(reports.values()).stream()
                .filter(report -> report.when().contains(job))
                .toList();
    }

    private static List<Report> all(Collection<Report> reports) {
        return List.copyOf(reports);
    }

    /** The text of a query below {@code sql/}, whole. */
    public String sql(String path) {
        return QueryText.of(files, path);
    }
}
