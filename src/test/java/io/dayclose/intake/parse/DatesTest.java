package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.DatePattern;
import io.dayclose.text.Language;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final Locality SHANGHAI = new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH);
    private final Dates dates = new Dates(List.of("d/M/yyyy HH:mm"), SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,2026-11-22",
        "2026/1/2,2026-01-02",
        "20261122,2026-11-22",
        "2026年1月2日,2026-01-02",
        "2026-11-22 10:20:30,2026-11-22",
        "3/12/2010 8:26,2010-12-03"
    })
    void understands_usual_dates_and_the_layouts_own(String written, String meant) {
        var text = written.replace("2010 8:26", "2010 08:26");
        assertThat(dates.date(text)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "31/2/2026 10:00", "yesterday", "0999-01-01", "2026-11-2x"})
    void refuses_days_that_do_not_exist(String written) {
        assertThatThrownBy(() -> dates.date(written)).isInstanceOf(UnreadableCell.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22 10:20:30,2026-11-22T10:20:30",
        "2026-11-22 10:20,2026-11-22T10:20",
        "2026-11-22T10:20:30,2026-11-22T10:20:30",
        "2026-11-22,2026-11-22T00:00"
    })
    void reads_times(String written, String meant) {
        assertThat(dates.time(written)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-1-2,2026-01-02T00:00",
        "2026.11.22,2026-11-22T00:00",
        "2026/11/22  8:05,2026-11-22T08:05",
        "2026-11-22T8:05:09.987654,2026-11-22T08:05:09",
        "2026年1月2日8时5分,2026-01-02T08:05",
        "2026年11月22日 20时05分09秒,2026-11-22T20:05:09",
        "2026年11月22日 20:05,2026-11-22T20:05",
        "２０２６－１１－２２　２０：０５,2026-11-22T20:05",
        "20261122200509,2026-11-22T20:05:09",
        "20261122 20:05:09,2026-11-22T20:05:09",
        "20261122,2026-11-22T00:00"
    })
    void understands_whatever_begins_with_the_year(String written, String meant) {
        assertThat(dates.time(written)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T20:00:00Z,2026-11-23T04:00",
        "2026-11-22T20:00:00.123Z,2026-11-23T04:00",
        "2026-11-22 20:00:00 UTC,2026-11-23T04:00",
        "2026-11-22 20:00:00 +0800,2026-11-22T20:00",
        "2026-11-22T20:00+08:00,2026-11-22T20:00",
        "2026-11-22 09:30:00-05,2026-11-22T22:30",
        "20261122T200000Z,2026-11-23T04:00",
        "22 Nov 2026 20:00 +0000,2026-11-23T04:00",
        "22.11.2026 20:00Z,2026-11-23T04:00"
    })
    void a_time_that_says_its_offset_is_brought_to_the_companys_zone_before_its_day_is_taken(
            String written, String meant) {
        var declared = new Dates(List.of("d MMM yyyy HH:mm xx", "d.M.yyyy HH:mm'Z'"), SHANGHAI);
        assertThat(declared.time(written)).hasToString(meant);
        assertThat(declared.date(written)).isEqualTo(LocalDateTime.parse(meant).toLocalDate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22/11/2026",
                "11-22-2026",
                "26-11-22",
                "2026-11/22",
                "2026-11-22 24:00:00",
                "2026-11-22 20:60",
                "2026-11-22T20:00:00+19:00",
                "2026-11-22Z",
                "2026-11-22 8:05 PM",
                "Nov 22 2026",
                "45983",
                "２０２６"
            })
    void what_could_mean_two_days_or_none_is_no_date(String written) {
        assertThatThrownBy(() -> dates.time(written)).hasMessage("BAD_DATE");
    }

    @ParameterizedTest
    @CsvSource({
        "22-NOV-26,2026-11-22T00:00",
        "Nov 2 2026 8:05 PM,2026-11-02T20:05",
        "11月 2 2026 8:05 下午,2026-11-02T20:05",
        "3十一月2026,2026-11-03T00:00"
    })
    void month_names_are_english_or_the_companys_whatever_the_computer_speaks(String written, String meant) {
        var before = Locale.getDefault();
        for (var computer : List.of(Locale.GERMANY, Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"))) {
            Locale.setDefault(computer);
            try {
                var declared = new Dates(List.of("d-MMM-yy", "MMM d yyyy h:mm a", "dMMMMyyyy"), SHANGHAI);
                assertThat(declared.time(written)).hasToString(meant);
                assertThat(Dates.text(declared.time(written))).isEqualTo(meant.replace('T', ' ') + ":00");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void a_declared_form_wins_over_what_the_text_would_mean_otherwise() {
        var dayThird = new Dates(List.of("yyyy-dd-MM"), SHANGHAI);
        assertThat(dayThird.date("2026-01-02")).hasToString("2026-02-01");
        assertThat(new Dates(List.of("d/M/yyyy"), SHANGHAI).date("2026/1/2")).hasToString("2026-01-02");
    }

    @ParameterizedTest
    @CsvSource({"2026-11,2026-11", "2026年1月,2026-01", "202611,2026-11", "2026-11-01,2026-11", "２０２６/１,2026-01"})
    void a_month_is_itself_or_its_first_day(String written, String meant) {
        assertThat(dates.month(written)).isEqualTo(meant);
        assertThatThrownBy(() -> dates.month("2026-11-02")).hasMessage("BAD_DATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HH:mm",
                "YYYY-MM-dd",
                "d/M/yyyy hh:mm",
                "d MMM yyyy HH:mm zzz",
                "yyyy-MM-DD",
                "yyyy-MM-dd b",
                "MM/yyyy"
            })
    void a_pattern_that_reads_no_whole_moment_is_told_when_the_home_is_checked(String pattern) {
        assertThat(DatePattern.wrong(pattern)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd HH:mm:ss",
                "d/M/yy",
                "MMM d, yyyy h:mm a",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "EEE d MMM yyyy",
                "d/M/yyyy HH:mm XXX"
            })
    void other_patterns_are_possible(String pattern) {
        assertThat(DatePattern.wrong(pattern)).isEmpty();
    }
}
