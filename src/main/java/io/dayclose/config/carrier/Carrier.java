package io.dayclose.config.carrier;

import io.dayclose.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A carrier of {@code jobs-config/carriers/} and what has been agreed with it.
 *
 * @param agreements in order of their first days
 */
public record Carrier(String code, Bilingual title, List<Agreement> agreements) {

    /** The agreement in force on a date: the last one that begins on or before it; before the first one, that one. */
    public Optional<Agreement> on(LocalDate date) {
        return agreements.stream()
                .filter(agreement -> !agreement.from().isAfter(date))
                .reduce((earlier, later) -> later)
                .or(() -> agreements.stream().findFirst());
    }
}
