package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.close.MonthClose;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A month is not closed over a source that was read in part. */
class HalfReadNightTest extends CommissionCompany {

    @Test
    void a_month_is_closed_only_when_every_source_has_been_read_to_its_end() {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "100"));
        var jdbc = engine.work().jdbc();
        jdbc.update("UPDATE feed_source SET state = 'TAKEN' WHERE name = 'sale-2026-10-31.csv'");
        var request = new MonthClose.Request(YearMonth.parse("2026-10"), false, Optional.empty(), "wang", 0);
        assertThatThrownBy(() -> books().closeMonth(request))
                .hasMessageContaining("sale-2026-10-31.csv of 2026-10-31 has been read in part only");
        jdbc.update("UPDATE feed_source SET state = 'DONE' WHERE state = 'TAKEN'");
        assertThat(books().closeMonth(request)).isTrue();
    }
}
