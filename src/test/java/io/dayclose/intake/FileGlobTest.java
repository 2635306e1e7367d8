package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileGlobTest {
    @ParameterizedTest
    @CsvSource({
        "sale-*.csv, sale-1.csv, true",
        "sale-*.csv, sale-1.csv.tmp, false",
        "sale-{date}*.csv, sale-2026-11-22.csv, true",
        "sale-{date}*.csv, sale-20261122-b.csv, true",
        "sale-{date}*.csv, sale-2026-11-23.csv, false",
        "sale-{date}*.csv, sale-2026-13-01.csv, false",
        "sale-?.csv, sale-12.csv, false",
        "sale-*.csv, SALE-1.CSV, true",
        "a+b (1).csv, a+b (1).csv, true"
    })
    void a_file_dated_after_the_night_is_left_for_its_own(String glob, String name, boolean taken) {
        assertThat(new FileGlob(glob).takes(name, LocalDate.of(2026, 11, 22))).isEqualTo(taken);
    }
}
