package io.dayclose.consignment.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.database.BulkWriter;
import io.dayclose.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pieces in which waybills are matched and judged. */
class DueWaybillsTest {
    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());
    private final DueWaybills waybills;

    DueWaybillsTest() {
        waybills = new DueWaybills(jdbc, BulkWriter.forServer(jdbc.getDataSource()));
    }

    @Test
    void pieces_are_of_one_carrier_and_as_large_as_was_asked_for() {
        List.of("1", "2", "3", "4", "5").forEach(waybill -> waybills.due("SF", waybill));
        waybills.due("JD", "9");
        waybills.judge("SF", "6");
        assertThat(waybills.spans(0, 2))
                .containsExactly(
                        new Span("JD", "9", "9"),
                        new Span("SF", "1", "2"),
                        new Span("SF", "3", "4"),
                        new Span("SF", "5", "5"));
        assertThat(waybills.spans(0, 5)).containsExactly(new Span("JD", "9", "9"), new Span("SF", "1", "5"));
        assertThat(waybills.spans(1, 2)).containsExactly(new Span("SF", "6", "6"));
    }

    @Test
    void each_waybill_lies_in_exactly_one_piece_and_is_taken_off_with_it() {
        IntStream.range(0, 97).forEach(n -> waybills.due(n % 3 == 0 ? "SF" : "YT", "W" + n));
        waybills.judge("YT", "");
        for (int atOnce : new int[] {1, 7, 32, 33, 100}) {
            var found = waybills.spans(0, atOnce).stream()
                    .flatMap(span -> waybills.toMatch(span).stream())
                    .map(DueWaybills.Due::waybill)
                    .toList();
            assertThat(found).as("%d at once", atOnce).hasSize(97).doesNotHaveDuplicates();
        }
        waybills.spans(0, 7).forEach(span -> waybills.done(0, span));
        assertThat(waybills.spans(0, 7)).isEmpty();
        assertThat(waybills.spans(1, 7)).containsExactly(new Span("YT", "", ""));
    }
}
