package io.dayclose.config.bonus;

import io.dayclose.text.Bilingual;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A bonus plan of {@code jobs-config/bonuses/}: who gets a bonus for a month, how it is worked out and who must agree.
 *
 * @param versions in order of their first days, each the first of a month
 */
public record Bonus(String name, Bilingual title, List<BonusVersion> versions) {

    public Bonus {
        versions = List.copyOf(versions);
    }

    /** The version in force in a month: the last one that begins with it or before. */
    public Optional<BonusVersion> on(YearMonth month) {
        return versions.stream()
                .filter(version -> !YearMonth.from(version.from()).isAfter(month))
                .reduce((earlier, later) -> later);
    }
}
