package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The warranty cards that measures know of, fetched for many lines at once. */
final class CountedCards {
    private final JdbcTemplate jdbc;
    private final boolean asked;
    private final Map<String, LocalDate> cards = new HashMap<>();

    /** @param asked whether any plan waits for cards: else none are fetched */
    CountedCards(JdbcTemplate jdbc, boolean asked) {
        this.jdbc = jdbc;
        this.asked = asked;
    }

    /** The lines of a day, each with the day its card came back. */
    void ofDay(SoldLines lines, LocalDate day, BiConsumer<SoldLine, LocalDate> use) {
        if (asked) {
            lines.ofDayWithCards(day, (line, card) -> use.accept(line, card == null ? Bucket.NO_CARD : card));
        } else {
            lines.ofDay(day, line -> use.accept(line, Bucket.NO_CARD));
        }
    }

    /** Fetches those of some sales. */
    void fetch(Collection<SoldLine> sales) {
        if (asked) {
            var serials = sales.stream()
                    .map(SoldLine::serial)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            SoldLines.inParts(serials, part -> new NamedParameterJdbcTemplate(jdbc)
                    .query(
                            "SELECT serial_no, returned_on FROM counted_card WHERE serial_no IN (:serials)",
                            Map.of("serials", part),
                            (RowCallbackHandler)
                                    row -> cards.put(row.getString(1), row.getObject(2, LocalDate.class))));
        }
    }

    /** When the card of a sale came back, {@link Bucket#NO_CARD} while it has not. */
    LocalDate of(SoldLine sale) {
        var card = sale.serial() == null ? null : cards.get(sale.serial());
        return card == null ? Bucket.NO_CARD : card;
    }
}
