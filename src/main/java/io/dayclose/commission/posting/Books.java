package io.dayclose.commission.posting;

import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkWriter;
import io.dayclose.organisation.Organisation;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What postings work with: the database, the plans by name, and master data as it is now. */
public record Books(JdbcTemplate jdbc, BulkWriter bulk, Map<String, Plan> plans, Organisation organisation) {
    Optional<Plan> plan(MonthGroup group) {
        return Optional.ofNullable(plans.get(group.plan()));
    }
}
