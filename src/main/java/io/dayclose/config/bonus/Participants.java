package io.dayclose.config.bonus;

import java.util.List;
import java.util.Optional;

/**
 * Who takes part in a bonus plan.
 *
 * @param roles of people in master data
 * @param measuredBy whose figures a scorecard reads; empty: what the person's role answers for
 */
public record Participants(List<String> roles, Optional<ScopeKind> measuredBy) {

    public Participants {
        roles = List.copyOf(roles);
    }
}
