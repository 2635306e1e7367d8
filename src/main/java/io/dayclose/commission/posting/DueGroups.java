package io.dayclose.commission.posting;

import io.dayclose.config.plan.Plan;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Closed months of plans that have to be posted once more although none of their lines has changed: overrides whose people were
 * posted to, and what hangs on master data that was corrected. Kept until it is done, so that no crash forgets them.
 */
final class DueGroups {
    private final JdbcTemplate jdbc;

    DueGroups(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String plan, YearMonth origin) {
        jdbc.update("INSERT IGNORE INTO due_group (plan, origin_month) VALUES (?, ?)", plan, origin.toString());
    }

    /** A closed month has been posted to: whoever follows its plan is due. */
    void posted(MonthGroup group, Collection<Plan> plans) {
        plans.stream()
                .filter(plan -> OverrideMonth.followed(plan).contains(group.plan()))
                .forEach(plan -> add(plan.name(), group.origin()));
    }

    List<YearMonth> of(String plan) {
        return jdbc.query(
                "SELECT origin_month FROM due_group WHERE plan = ? ORDER BY origin_month",
                (row, n) -> YearMonth.parse(row.getString(1)),
                plan);
    }

    void done(MonthGroup group) {
        jdbc.update(
                "DELETE FROM due_group WHERE plan = ? AND origin_month = ?",
                group.plan(),
                group.origin().toString());
    }
}
