package io.dayclose.commission.posting;

import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkWriter;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.OrganisationStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What postings work with: the database, the plans by name, and master data as it is now. */
public record PostingContext(JdbcTemplate jdbc, BulkWriter bulk, Map<String, Plan> plans, Organisation organisation) {
    public static PostingContext of(JdbcTemplate jdbc, BulkWriter bulk, Collection<Plan> plans) {
        var byName = plans.stream().collect(Collectors.toMap(Plan::name, Function.identity()));
        return new PostingContext(jdbc, bulk, byName, new OrganisationStore(jdbc).load());
    }

    Optional<Plan> plan(MonthGroup group) {
        return Optional.ofNullable(plans.get(group.plan()));
    }
}
