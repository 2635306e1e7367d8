package io.dayclose.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.ColumnType;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every feed of the catalogue has a table of its columns, keyed as it says. */
class CatalogueTablesTest {
    private static final Map<ColumnType, String> TYPES = Map.ofEntries(
            Map.entry(ColumnType.CODE, "varchar(32)"),
            Map.entry(ColumnType.TEXT, "varchar(200)"),
            Map.entry(ColumnType.MAILS, "varchar(200)"),
            Map.entry(ColumnType.WHOLE, "bigint"),
            Map.entry(ColumnType.MONEY, "decimal(18,2)"),
            Map.entry(ColumnType.PRICE, "decimal(22,8)"),
            Map.entry(ColumnType.FIGURE, "decimal(18,4)"),
            Map.entry(ColumnType.DATE, "date"),
            Map.entry(ColumnType.TIME, "datetime"),
            Map.entry(ColumnType.MONTH, "char(7)"),
            Map.entry(ColumnType.FLAG, "char(1)"));

    @TempDir
    private Path folder;

    @Test
    void tables_have_the_columns_types_and_keys_of_the_catalogue() {
        try (var engine = new TestHome(folder).engine(TestDatabase.fresh())) {
            var jdbc = engine.work().jdbc();
            for (var feed : FeedCatalogue.delivered().names()) {
                var schema = FeedCatalogue.delivered().schema(feed).orElseThrow();
                var columns = jdbc.query(
                        "SELECT column_name, column_type, is_nullable FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position",
                        (row, n) -> row.getString(1) + " " + row.getString(2).replace("bigint(20)", "bigint") + " "
                                + row.getString(3),
                        feed);
                var key = jdbc.queryForList(
                        "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name = 'PRIMARY' ORDER BY seq_in_index",
                        String.class,
                        feed);
                assertThat(columns).as(feed).startsWith(columns(schema.columns(), schema.key()));
                assertThat(key.subList(0, key.size() - 1)).as(feed).isEqualTo(schema.key());
                assertThat(key.get(key.size() - 1)).as(feed).isEqualTo("version");
            }
        }
    }

    private static String[] columns(List<Column> columns, List<String> key) {
        return columns.stream()
                .map(column -> column.name() + " " + type(column) + " "
                        + (column.optional() && !key.contains(column.name()) || isEmptyForDiscounts(column, columns)
                                ? "YES"
                                : "NO"))
                .toArray(String[]::new);
    }

    /** A discount line names no product; every other line of a document must. */
    private static boolean isEmptyForDiscounts(Column column, List<Column> columns) {
        return column.name().equals("product_code") && columns.stream().anyMatch(CatalogueTablesTest::isKindOfSale);
    }

    private static boolean isKindOfSale(Column column) {
        return column.choices().equals(List.of("SALE", "RETURN", "DISCOUNT"));
    }

    private static String type(Column column) {
        return isKindOfSale(column) ? "varchar(8)" : TYPES.getOrDefault(column.type(), "varchar(32)");
    }
}
