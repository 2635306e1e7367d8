package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.text.Language;
import java.time.ZoneId;
import java.util.List;
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
}
