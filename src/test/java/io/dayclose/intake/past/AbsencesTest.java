package io.dayclose.intake.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.organisation.Dealer;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which days gone by somebody has become absent through what master data says now. */
class AbsencesTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");

    private final Organisation before = new Organisation();
    private final Organisation now = new Organisation();
    private final Absences absences = new Absences(before, now, NIGHT);

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static void person(Organisation state, String from, @Nullable String joined, @Nullable String left) {
        state.put(
                "person", "P1", LocalDate.parse(from), new Person("P1", "B1", "SELLER", null, day(joined), day(left)));
    }

    private static void outlet(Organisation state, @Nullable String opened, @Nullable String closed, String dealer) {
        state.put(
                "outlet", "W1", FeedSchema.ALWAYS, new Outlet("W1", "B1", "DEALER", dealer, day(opened), day(closed)));
    }

    private static void dealer(Organisation state, String code, @Nullable String to) {
        state.put("dealer", code, FeedSchema.ALWAYS, new Dealer(code, "B1", null, day(to)));
    }

    private static Absence absence(String from, String to) {
        return new Absence(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void a_leaving_date_told_late_is_absence_from_the_next_day_up_to_the_night() {
        person(before, "1000-01-01", "2020-01-01", null);
        person(now, "1000-01-01", "2020-01-01", "2026-11-10");
        assertThat(absences.ofSellers(List.of("P1"))).containsEntry("P1", List.of(absence("2026-11-11", "2026-11-22")));
    }

    @Test
    void a_leaving_date_moved_forward_is_absence_only_in_between() {
        person(before, "1000-01-01", null, "2026-11-15");
        person(now, "1000-01-01", null, "2026-11-10");
        assertThat(absences.ofSellers(List.of("P1"))).containsEntry("P1", List.of(absence("2026-11-11", "2026-11-15")));
    }

    @Test
    void a_row_that_comes_late_counts_from_its_own_first_day() {
        person(before, "1000-01-01", "2020-01-01", null);
        person(now, "1000-01-01", "2020-01-01", null);
        person(now, "2026-11-05", "2020-01-01", "2026-11-08");
        assertThat(absences.ofSellers(List.of("P1"))).containsEntry("P1", List.of(absence("2026-11-09", "2026-11-22")));
    }

    @Test
    void a_joining_date_moved_back_is_absence_before_it() {
        person(before, "1000-01-01", "2026-10-01", null);
        person(now, "1000-01-01", "2026-10-11", null);
        assertThat(absences.ofSellers(List.of("P1"))).containsEntry("P1", List.of(absence("2026-10-01", "2026-10-10")));
    }

    @Test
    void another_change_somebody_new_and_a_date_to_come_are_no_absence() {
        person(before, "1000-01-01", "2020-01-01", "2026-11-10");
        person(now, "1000-01-01", "2020-01-01", "2026-12-31");
        assertThat(absences.ofSellers(List.of("P1"))).isEmpty();
        now.put("person", "P2", FeedSchema.ALWAYS, new Person("P2", "B1", "SELLER", null, null, day("2026-11-01")));
        assertThat(absences.ofSellers(List.of("P2"))).isEmpty();
    }

    @Test
    void an_outlet_is_absent_when_it_closes_when_its_contract_ends_and_when_it_gets_a_dealer_without_one() {
        outlet(before, null, null, "D1");
        dealer(before, "D1", null);
        outlet(now, null, "2026-11-20", "D1");
        dealer(now, "D1", "2026-11-15");
        assertThat(absences.ofOutlets(List.of(), List.of("D1")))
                .containsEntry("W1", List.of(absence("2026-11-16", "2026-11-20"), absence("2026-11-21", "2026-11-22")));
        outlet(now, null, null, "D2");
        dealer(now, "D2", "2026-11-18");
        assertThat(absences.ofOutlets(List.of("W1"), List.of()))
                .containsEntry("W1", List.of(absence("2026-11-19", "2026-11-22")));
    }
}
