package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Agreement.CutOff;
import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a carrier owes for a parcel and when, by its agreement: days 1 to 15 by the 20th, the others by the 5th. */
class ExpectationTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Its day ends at a time, {@code signed}, in a currency, from a day on. */
    private static Agreement agreement(String text) {
        var words = Words.of(text);
        var plain = Owed.agreement(Tolerance.NONE);
        return new Agreement(
                words.value("from", LocalDate::parse, LocalDate.EPOCH),
                plain.cycles(),
                plain.graceDays(),
                plain.fee(),
                plain.tolerance(),
                plain.goodsBackDays(),
                Optional.ofNullable(words.valueOrNull("ends", time -> new CutOff(LocalTime.parse(time), ZONE))),
                words.has("signed"),
                words.value("currency", code -> code, "CNY"),
                plain.requires(),
                true);
    }

    private static Expectation agreed(String... agreements) {
        var versions =
                List.of(agreements).stream().map(ExpectationTest::agreement).toList();
        var carrier = new Carrier("SF", Bilingual.same("SF"), versions);
        return new Expectation("SF", Optional.of(carrier), ZONE, "EUR");
    }

    private static Due due(String agreement, String... versions) {
        return agreed(agreement)
                .cod(ParcelTest.parcel(versions), BigDecimal.ZERO)
                .due();
    }

    /** Case 44, with February and a confirmation on the next day. */
    @ParameterizedTest
    @CsvSource({
        "'', on=2026-11-15, 2026-11-H1, 2026-11-20",
        "'', on=2026-11-16, 2026-11-H2, 2026-12-05",
        "'', on=2027-02-28, 2027-02-H2, 2027-03-05",
        "ends=18:00, on=2026-11-15 at=2026-11-15T17:59:59, 2026-11-H1, 2026-11-20",
        "ends=18:00, on=2026-11-15 at=2026-11-15T18:00, 2026-11-H2, 2026-12-05",
        "ends=18:00, on=2026-11-15 at=2026-11-15T23:59:58, 2026-11-H2, 2026-12-05",
        "ends=18:00, on=2027-02-28 at=2027-02-28T23:59:58, 2027-03-H1, 2027-03-20",
        "ends=18:00, on=2026-11-15, 2026-11-H1, 2026-11-20",
        "signed, on=2026-11-15 confirmed=2026-11-16, 2026-11-H2, 2026-12-05",
        "signed, on=2026-11-15, 2026-11-H1, 2026-11-20",
        "'', on=2026-11-15 confirmed=2026-11-16, 2026-11-H1, 2026-11-20",
    })
    void a_parcel_belongs_to_the_cycle_of_the_day_it_was_delivered(
            String agreement, String event, String cycle, LocalDate on) {
        assertThat(due(agreement, "900.00 DELIVERED " + event)).isEqualTo(new Due(on, cycle));
    }

    @Test
    void what_was_not_delivered_or_is_agreed_with_nobody_is_due_on_no_day() {
        assertThat(due("", "900.00")).isEqualTo(Due.NONE);
        var nobody = new Expectation("SF", Optional.empty(), ZONE, "EUR");
        var owed = nobody.cod(ParcelTest.parcel("900.00 DELIVERED on=2026-11-15"), BigDecimal.ZERO);
        assertThat(owed.due()).isEqualTo(Due.NONE);
        assertThat(owed.currency()).isEqualTo("EUR");
    }

    @Test
    void a_parcel_that_says_no_currency_is_owed_in_that_of_the_agreement_it_was_sent_under() {
        var agreed = agreed("currency=CNY", "from=2026-11-02 currency=USD");
        assertThat(agreed.cod(ParcelTest.parcel("900.00 DELIVERED on=2026-11-05"), BigDecimal.ZERO)
                        .currency())
                .isEqualTo("CNY");
        assertThat(agreed.cod(ParcelTest.parcel("900.00 currency=JPY"), BigDecimal.ZERO)
                        .currency())
                .isEqualTo("JPY");
        assertThat(agreed.agreement(LocalDate.of(2026, 11, 2)).currency()).isEqualTo("USD");
    }

    /** Case 41: what was lost is claimed, less what had been collected for it before. */
    @ParameterizedTest
    @CsvSource({
        "LOST, 0, -1000.00, 1000.00",
        "LOST, 200.00, -800.00, 800.00",
        "LOST, 1200.00, 0.00, 0.00",
        "LOST, -50.00, -1000.00, 1000.00",
        "REFUSED, 0, -1000.00, 0.00",
        "PART_REFUSED refused=300.00, 200.00, -300.00, 0.00",
        "DELIVERED, 200.00, 0, 0.00",
    })
    void of_a_lost_parcel_what_nobody_has_collected_is_claimed(
            String status, BigDecimal collected, String adjusted, String claimed) {
        var parcel = ParcelTest.parcel("1000.00 on=2026-11-15 " + status);
        var cod = agreed("").cod(parcel, collected);
        assertThat(cod.gross()).isEqualByComparingTo("1000.00");
        assertThat(cod.adjusted()).isEqualByComparingTo(adjusted);
        var claim = agreed("").claim(parcel, collected);
        assertThat(claim.gross()).isEqualByComparingTo(claimed);
        assertThat(claim.due().cycle()).as("of the day it was lost").isEqualTo("2026-11-H1");
        assertThat(cod.due().cycle()).isEqualTo(parcel.event() == null ? "" : "2026-11-H1");
    }

    @Test
    void waybills_are_shown_as_they_are_written_and_compared_without_blanks() {
        var cod = agreed("").cod(ParcelTest.parcel("900.00"), BigDecimal.ZERO);
        assertThat(cod.subject()).isEqualTo("w 1");
        assertThat(cod.normal()).isEqualTo("W1");
    }
}
