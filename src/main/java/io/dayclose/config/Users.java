package io.dayclose.config;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All of {@code users.yml}. A name means the same user in whatever width and case it is written. */
public record Users(List<User> all) {

    public Users {
        all = List.copyOf(all);
    }

    public static Users of(Collection<User> users) {
        return new Users(List.copyOf(users));
    }

    /** What of a name is compared: what looks alike is alike. */
    static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Z}\\s]+", "")
                .toLowerCase(Locale.ROOT);
    }

    public Optional<User> find(String name) {
        return all.stream()
                .filter(user -> spelling(user.name()).equals(spelling(name)))
                .findFirst();
    }

    /** @throws Refusal when nobody of that name works with the program, or nobody at all is named */
    public User require(String place, String name) {
        return find(name).orElseThrow(() -> Refusal.refused(Problem.at(place, Message.USER_UNKNOWN, name)));
    }

    /** Whether two names are one user, or two users one person. */
    public boolean isOne(String name, String other) {
        var person = find(name).flatMap(User::person);
        return spelling(name).equals(spelling(other))
                || person.isPresent() && person.equals(find(other).flatMap(User::person));
    }
}
