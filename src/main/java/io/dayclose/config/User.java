package io.dayclose.config;

import io.dayclose.config.yaml.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works with the program, of {@code users.yml}.
 *
 * @param roles what he may do, such as {@code finance}
 * @param person the person in master data he is
 * @param limits by kind of decision, such as {@code adjust}: the largest amount he may approve; without one any
 */
public record User(String name, List<String> roles, Optional<String> person, Map<String, BigDecimal> limits) {
    /** The roles the program itself asks for; bonus plans may name others. */
    static final Set<String> ROLES =
            Set.of("operator", "channel", "finance", "general-manager", "branch-manager", "auditor");

    /** The kinds of decisions that have an amount. */
    static final List<String> LIMITED = List.of("adjust", "match", "release", "write-off");

    public User {
        roles = List.copyOf(roles);
        limits = Map.copyOf(limits);
    }

    static User read(Values values) {
        var limits = values.in("limits");
        return new User(
                values.text("user", ""),
                values.texts("roles"),
                values.text("person"),
                LIMITED.stream()
                        .filter(kind -> limits.text(kind).isPresent())
                        .collect(java.util.stream.Collectors.toMap(
                                kind -> kind,
                                kind -> new BigDecimal(limits.text(kind).orElseThrow()))));
    }

    /** Whether he holds one of these. */
    public boolean holdsAny(Set<String> some) {
        return roles.stream().anyMatch(some::contains);
    }
}
