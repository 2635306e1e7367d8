package io.dayclose.config;

import io.dayclose.config.yaml.Values;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who works with the program, of {@code users.yml}.
 *
 * @param roles what he may do, such as {@code finance}
 * @param person the person in master data he is
 */
public record User(String name, List<String> roles, Optional<String> person) {

    public User {
        roles = List.copyOf(roles);
    }

    static User read(Values values) {
        return new User(values.text("user", ""), values.texts("roles"), values.text("person"));
    }
}
