package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.Parcel.Shipped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of a shipment come to what is to be collected, what of it was cancelled, and when it was delivered. */
class ParcelTest {
    /**
     * Versions one after another, each sent on 1 November: its amount, its status, {@code on at confirmed} of that, {@code refused
     * changed dealer currency}.
     */
    static Parcel parcel(String... versions) {
        var shipped = new ArrayList<Shipped>();
        for (var text : versions) {
            var words = Words.of(text);
            shipped.add(new Shipped(
                    "w 1",
                    words.text("dealer"),
                    LocalDate.of(2026, 11, 1),
                    words.one(ParcelStatus.SHIPPED),
                    words.valueOrNull("on", LocalDate::parse),
                    words.valueOrNull("at", LocalDateTime::parse),
                    words.valueOrNull("confirmed", LocalDate::parse),
                    words.amount(),
                    words.valueOrNull("refused", BigDecimal::new),
                    words.valueOrNull("changed", LocalDateTime::parse),
                    "B1",
                    "O1",
                    "P1",
                    words.text("currency"),
                    shipped.size() + 1));
        }
        return Parcel.of(List.copyOf(shipped));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "900.00 SHIPPED; 0",
                "900.00 DELIVERED; 0",
                "900.00 DELIVERED refused=300.00; 0",
                "900.00 PART_REFUSED refused=300.00; 300.00",
                "900.00 PART_REFUSED refused=1000.00; 900.00",
                "900.00 PART_REFUSED; 0",
                "900.00 REFUSED; 900.00",
                "900.00 RETURNED; 900.00",
                "900.00 RETURNED refused=300.00; 300.00",
                "900.00 RETURNED refused=1000.00; 900.00",
                "900.00 LOST; 900.00",
            })
    void what_was_refused_returned_or_lost_is_cancelled_and_never_more_than_is_due(String version, String cancelled) {
        var parcel = parcel("900.00", version);
        assertThat(parcel.due()).isEqualByComparingTo("900.00");
        assertThat(parcel.cancelled()).isEqualByComparingTo(cancelled);
    }

    /** Case 16: delivered on the 5th, at noon or at a time nobody knows: then the day counts to its end. */
    @ParameterizedTest
    @CsvSource({
        "at=2026-11-05T12:00, 2026-11-04T10:00, 800.00",
        "at=2026-11-05T12:00, 2026-11-05T12:00, 800.00",
        "at=2026-11-05T12:00, 2026-11-05T12:01, 1000.00",
        "'', 2026-11-05T23:59, 800.00",
        "'', 2026-11-06T00:00, 800.00",
        "'', 2026-11-06T00:01, 1000.00",
    })
    void a_change_of_the_amount_counts_unless_it_was_made_after_the_delivery(String at, String changed, String due) {
        var parcel = parcel(
                "1000.00",
                "1000.00 DELIVERED on=2026-11-05 " + at,
                "800.00 DELIVERED on=2026-11-05 " + at + " changed=" + changed);
        assertThat(parcel.due()).isEqualByComparingTo(due);
        assertThat(parcel.changedAt()).isEqualTo(LocalDateTime.parse(changed));
    }

    @Test
    void before_a_delivery_every_change_counts() {
        assertThat(parcel("1000.00", "800.00 changed=2026-11-09T10:00").due()).isEqualByComparingTo("800");
        assertThat(parcel("1000.00", "800.00 DELIVERED on=2026-11-05").due())
                .as("changed at a time nobody knows")
                .isEqualByComparingTo("800");
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED on=2026-11-05, DELIVERED on=2026-11-06, 2026-11-06",
        "SHIPPED, PART_REFUSED on=2026-11-06, 2026-11-06",
        "DELIVERED on=2026-11-05, RETURNED on=2026-11-09, 2026-11-05",
        "PART_REFUSED on=2026-11-05, RETURNED on=2026-11-09, 2026-11-05",
        "SHIPPED, RETURNED on=2026-11-09, none",
        "DELIVERED on=2026-11-05, REFUSED on=2026-11-09, none",
        "DELIVERED on=2026-11-05, SHIPPED, none",
        "DELIVERED on=2026-11-05, LOST on=2026-11-09, none",
        "SHIPPED, DELIVERED, 2026-11-01",
    })
    void its_delivery_is_the_latest_unless_it_is_said_that_there_was_none(String first, String then, String day) {
        var event = parcel("900.00 DELIVERED on=2026-11-02", "900.00 " + first, "900.00 " + then)
                .event();
        var before = parcel("900.00 " + first, "900.00 " + then).event();
        assertThat(before == null ? "none" : before.day().toString()).isEqualTo(day);
        assertThat(event == null ? "none" : event.day().toString())
                .isEqualTo(then.startsWith("RETURNED") && day.equals("none") ? "2026-11-02" : day);
    }

    /** Case 47. */
    @Test
    void it_is_owed_by_the_dealer_it_was_sent_to_first() {
        assertThat(parcel("900.00 dealer=D1", "900.00 DELIVERED dealer=D2").dealer())
                .isEqualTo("D1");
    }
}
