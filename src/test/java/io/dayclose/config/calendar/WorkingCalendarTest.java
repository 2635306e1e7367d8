package io.dayclose.config.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.config.calendar.WorkingCalendar.SpecialDay;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days weigh, read from calendar.yml. */
class WorkingCalendarTest {
    private static final String DELIVERED = """
            weekdays: {mon: 1.0, tue: 1.0, wed: 1.0, thu: 1.0, fri: 1.2, sat: 1.6, sun: 1.5}
            days:
              2026-10-01: {weight: 2.0, working: false, name: {zh: 国庆节, en: National Day}}
              2026-10-02: {working: false}
              2026-10-03: {working: true, name: 调休}
            """;

    @TempDir
    private Path folder;

    private HomeReader.Loaded read(String calendar) {
        return new TestHome(folder).write("jobs-config/calendar.yml", calendar).load();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 1.0", // Monday
        "2026-11-06, 1.2", // Friday
        "2026-11-07, 1.6", // Saturday
        "2026-11-08, 1.5", // Sunday
        "2026-10-01, 2.0", // Thursday: its own weight, although nobody works
        "2026-10-02, 0", // Friday without work and without weight
        "2026-10-03, 1.6" // a Saturday that is named only
    })
    void a_day_weighs_what_it_says_itself_else_what_its_weekday_does(LocalDate day, BigDecimal weight) {
        assertThat(read(DELIVERED).home().calendar().weight(day)).isEqualByComparingTo(weight);
    }

    @Test
    void what_a_weekday_usually_weighs_stays_known_on_a_holiday() {
        var calendar = read(DELIVERED).home().calendar();
        assertThat(calendar.usualWeight(LocalDate.of(2026, 10, 1))).isEqualByComparingTo("1");
        assertThat(calendar.days())
                .containsEntry(
                        LocalDate.of(2026, 10, 1),
                        new SpecialDay(
                                new BigDecimal("2.0"), false, Optional.of(new Bilingual("国庆节", "National Day"))));
    }

    @Test
    void the_days_of_november_2026_weigh_35_7() {
        var weights = read(DELIVERED).home().calendar().weights(YearMonth.of(2026, 11));
        assertThat(weights).hasSize(30);
        assertThat(weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("35.7");
    }

    @Test
    void weekdays_that_are_not_named_weigh_1() {
        var calendar = read("weekdays: {sun: 0}\n").home().calendar();
        assertThat(calendar.weight(LocalDate.of(2026, 11, 1))).isZero();
        assertThat(calendar.weight(LocalDate.of(2026, 11, 7))).isEqualByComparingTo("1");
    }

    @Test
    void a_home_without_a_calendar_has_even_days() {
        assertThat(new TestHome(folder).load().home().calendar()).isEqualTo(WorkingCalendar.EVEN);
    }

    @Test
    void the_calendar_delivered_gives_national_day_twice_the_weight_of_a_thursday() {
        var home = HomeReader.read(new HomeFiles(Path.of(".")), name -> Optional.of("x"))
                .home();
        assertThat(home.calendar().weight(LocalDate.of(2026, 10, 1))).isEqualByComparingTo("2");
    }

    @Test
    void slips_are_named_with_their_lines_and_the_rest_is_read() {
        var loaded = read("""
                weekdays: {mon: -1, tuesday: 2, wed: 3}
                days:
                  2026-13-01: {weight: 1}
                  2026-11-11: {weight: heavy, working: perhaps}
                  2026-12-12: {wieght: 2}
                  2026-12-31: {weight: 2}
                """);
        assertThat(loaded.problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/calendar.yml:1: \"-1\" is not possible here; write a decimal of at least 0, such as 1.5 [DC-105]",
                        "jobs-config/calendar.yml:1: \"tuesday\" is not possible here; write mon | tue | wed | thu | fri | sat | sun [DC-105]",
                        "jobs-config/calendar.yml:3: \"2026-13-01\" is not possible here; write a date such as 2026-11-22 [DC-105]",
                        "jobs-config/calendar.yml:4: \"heavy\" is not possible here; write a decimal of at least 0, such as 1.5 [DC-105]",
                        "jobs-config/calendar.yml:4: \"perhaps\" is not possible here; write true | false [DC-105]",
                        "jobs-config/calendar.yml:5: unknown key \"wieght\"; write \"weight\" or remove it [DC-103]");
        assertThat(loaded.home().calendar().weight(LocalDate.of(2026, 11, 2))).isEqualByComparingTo("1");
        assertThat(loaded.home().calendar().weight(LocalDate.of(2026, 11, 4))).isEqualByComparingTo("3");
        assertThat(loaded.home().calendar().weight(LocalDate.of(2026, 12, 31))).isEqualByComparingTo("2");
    }

    @Test
    void a_week_that_weighs_nothing_is_refused() {
        assertThat(read("weekdays: {mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0}\n")
                        .problems()
                        .sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "jobs-config/calendar.yml:1: \"0\" is not possible here; write at least one weight above 0 [DC-105]");
    }
}
