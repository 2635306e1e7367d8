package io.dayclose.organisation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One code's master data over time: the row with the greatest {@code valid_from} on or before a date counts. */
final class Dated<T> {
    private final TreeMap<LocalDate, T> rows = new TreeMap<>();

    void put(LocalDate validFrom, T row) {
        rows.put(validFrom, row);
    }

    Map<LocalDate, T> rows() {
        return Collections.unmodifiableMap(rows);
    }

    Optional<T> at(LocalDate date) {
        return Optional.ofNullable(rows.floorEntry(date)).map(Map.Entry::getValue);
    }
}
