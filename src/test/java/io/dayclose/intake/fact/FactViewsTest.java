package io.dayclose.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every feed has a view of what holds now: the latest version of each fact, master data as periods. */
class FactViewsTest {
    private static final String COLUMNS =
            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position";

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());

    @Test
    void the_latest_version_of_each_fact_holds() {
        for (var feed : feeds(false)) {
            put(feed, "A", "2026-11-22", 1);
            put(feed, "A", "2026-11-22", 2);
            put(feed, "A", "2026-11-22", 3);
            put(feed, "B", "2026-11-22", 1);
            var code = feed.key().get(0);
            assertThat(rows("SELECT %s, version FROM current_%s ORDER BY 1".formatted(code, feed.name())))
                    .as(feed.name())
                    .containsExactly("A 3", "B 1");
        }
    }

    @Test
    void a_cancelled_line_does_not_hold_until_it_is_corrected_and_remains_the_latest() {
        var sale = FeedCatalogue.delivered().schema("sale").orElseThrow();
        for (var line : List.of("AS IT CAME", "CORRECTED", "CANCELLED", "TAKEN BACK")) {
            put(sale, line, "2026-11-22", 1);
        }
        put(sale, "CORRECTED", "2026-11-22", 2);
        put(sale, "CANCELLED", "2026-11-22", 2);
        put(sale, "TAKEN BACK", "2026-11-22", 2);
        put(sale, "TAKEN BACK", "2026-11-22", 3);
        jdbc.update("UPDATE sale SET void = IF(version = 2, 'Y', 'N') WHERE doc_no IN ('CANCELLED', 'TAKEN BACK')");
        assertThat(rows("SELECT doc_no, version FROM current_sale ORDER BY 1"))
                .containsExactly("AS IT CAME 1", "CORRECTED 2", "TAKEN BACK 3");
        assertThat(rows("SELECT doc_no, version FROM latest_sale ORDER BY 1"))
                .containsExactly("AS IT CAME 1", "CANCELLED 2", "CORRECTED 2", "TAKEN BACK 3");
    }

    @Test
    void a_period_ends_where_the_next_one_begins_and_an_open_one_on_the_last_date_there_is() {
        for (var feed : feeds(true)) {
            put(feed, "A", "2026-01-01", 1);
            put(feed, "A", "2026-01-01", 2);
            put(feed, "A", "2026-06-01", 1);
            put(feed, "B", FeedSchema.ALWAYS.toString(), 1);
            var code = feed.key().get(0);
            assertThat(rows("SELECT %s, version, valid_from, valid_until FROM %s_dated ORDER BY 1, 3"
                            .formatted(code, feed.name())))
                    .as(feed.name())
                    .containsExactly(
                            "A 2 2026-01-01 2026-06-01", "A 1 2026-06-01 9999-12-31", "B 1 1000-01-01 9999-12-31");
            var held = "SELECT %s, version FROM %s_dated WHERE valid_from <= '2026-05-31' AND %s ORDER BY 1";
            assertThat(rows(held.formatted(code, feed.name(), "valid_until > '2026-05-31'")))
                    .as(feed.name())
                    .containsExactly("A 2", "B 1")
                    .isEqualTo(rows(
                            held.formatted(code, feed.name(), "(valid_until IS NULL OR valid_until > '2026-05-31')")));
        }
    }

    @Test
    void views_have_all_columns_of_their_tables() {
        for (var feed : feeds(false)) {
            assertThat(columns("current_" + feed.name())).isEqualTo(columns(feed.name()));
        }
        assertThat(columns("latest_sale")).isEqualTo(columns("sale"));
        for (var feed : feeds(true)) {
            var dated = columns(feed.name());
            dated.add("valid_until");
            assertThat(columns(feed.name() + "_dated")).isEqualTo(dated);
        }
    }

    private static List<FeedSchema> feeds(boolean master) {
        return FeedCatalogue.delivered().names().stream()
                .map(name -> FeedCatalogue.delivered().schema(name).orElseThrow())
                .filter(feed -> feed.master() == master)
                .toList();
    }

    /** Writes a row whose first key column says the code, and whose dates are the given one. */
    private void put(FeedSchema feed, String code, String date, int version) {
        var values = new ArrayList<@Nullable Object>();
        feed.columns().forEach(column -> values.add(value(feed, column, code, date)));
        values.addAll(List.of(version, "2026-11-22", 1, 1));
        jdbc.update(
                "INSERT INTO %s (%s, version, night, source_id, source_line) VALUES (%s)"
                        .formatted(
                                feed.name(),
                                String.join(
                                        ", ",
                                        feed.columns().stream()
                                                .map(Column::name)
                                                .toList()),
                                String.join(", ", Collections.nCopies(values.size(), "?"))),
                values.toArray());
    }

    private static @Nullable Object value(FeedSchema feed, Column column, String code, String date) {
        if (column.name().equals(feed.key().get(0))) {
            return code;
        }
        return switch (column.type()) {
            case WHOLE, MONEY, PRICE, FIGURE -> 1;
            case DATE, TIME -> date;
            case FLAG -> null;
            default -> "X";
        };
    }

    private List<String> columns(String table) {
        return new ArrayList<>(jdbc.queryForList(COLUMNS, String.class, table));
    }

    private List<String> rows(String sql) {
        return jdbc.query(sql, (row, n) -> {
            var cells = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(row.getString(i));
            }
            return String.join(" ", cells);
        });
    }
}
