package io.dayclose.report;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.text.Bilingual;
import io.dayclose.text.RowCheck;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sheet on which people mend what was returned of one feed: every column as it was read, as text. The number of the
 * returned voucher tells which record a row is, and by a check whether it comes back as it went.
 */
public final class MendSheet {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Bilingual> FEEDS = Texts.named("feed");
    private static final Map<String, Bilingual> COLUMNS = Texts.named("column");
    private static final int OWN_COLUMNS = 2;

    /** The rows as they are stored: number, column at fault, and the texts as one list. */
    public static final Sheet STORED = new Sheet(
            "stored",
            Bilingual.same("stored"),
            "",
            List.of(
                    column("voucher_id", CellType.INTEGER, Map.of()),
                    column("at_fault", CellType.CODE, Map.of()),
                    column("payload", CellType.CODE, Map.of())),
            List.of("voucher_id"),
            Optional.empty(),
            true,
            List.of());

    private final FeedSchema schema;

    public MendSheet(FeedSchema schema) {
        this.schema = schema;
    }

    public Sheet sheet() {
        var columns = new ArrayList<ReportColumn>();
        columns.add(column("voucher_id", CellType.CODE, Map.of()));
        columns.add(column("at_fault", CellType.CODE, COLUMNS));
        schema.columnNames().forEach(name -> columns.add(column(name, CellType.CODE, Map.of())));
        var name = FEEDS.getOrDefault(schema.name(), Bilingual.same(schema.name()));
        return new Sheet("mend " + schema.name(), name, "", columns, List.of(), Optional.empty(), true, List.of());
    }

    private static ReportColumn column(String field, CellType type, Map<String, Bilingual> names) {
        var title = COLUMNS.getOrDefault(field, Bilingual.same(field));
        return new ReportColumn(field, title, type, 0, false, false, Optional.empty(), names);
    }

    /** What was returned by the end of the night and still open. */
    public String sql() {
        return """
                SELECT voucher_id, column_name AS at_fault, payload FROM voucher
                WHERE feed = '%s' AND decision = 'RETURNED' AND first_seen <= :business_date
                  AND (resolved_on IS NULL OR resolved_on > :business_date)
                  AND (:scope_code IS NULL OR branch_code = :scope_code)""".formatted(schema.name());
    }

    /** A stored row as it stands on the sheet. */
    @Nullable
    public Object[] row(@Nullable Object[] stored) {
        var texts = JSON.readValue(String.valueOf(stored[2]), String[].class);
        var row = new Object[OWN_COLUMNS + texts.length];
        row[0] = "%010d-%s".formatted((Long) stored[0], RowCheck.of(Arrays.asList(texts)));
        row[1] = stored[1];
        for (int i = 0; i < texts.length; i++) {
            row[OWN_COLUMNS + i] = texts[i].isEmpty() ? null : texts[i];
        }
        return row;
    }
}
