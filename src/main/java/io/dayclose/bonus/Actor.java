package io.dayclose.bonus;

import java.util.List;
import java.util.Optional;

/**
 * Who acts.
 *
 * @param roles what he holds in {@code users.yml}; none for somebody who does not stand there
 * @param person whom he is in master data: two users who are one person are one
 */
public record Actor(String user, List<String> roles, Optional<String> person) {

    public Actor {
        roles = List.copyOf(roles);
    }

    boolean holds(String role) {
        return roles.contains(role);
    }

    /** Names of users compare without case, as a shell's do. */
    boolean is(Actor other) {
        return user.equalsIgnoreCase(other.user) || person.isPresent() && person.equals(other.person);
    }
}
