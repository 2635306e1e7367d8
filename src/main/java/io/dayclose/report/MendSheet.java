package io.dayclose.report;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sheet on which people mend what was returned of one feed: every column as it was read, as text, so that what is not
 * mended comes back as it went. The number of the returned voucher tells which record a row is.
 */
final class MendSheet {
    private static final Map<String, Bilingual> FEEDS = Texts.named("feed");
    private static final Map<String, Bilingual> COLUMNS = Texts.named("column");

    private final FeedSchema schema;

    MendSheet(FeedSchema schema) {
        this.schema = schema;
    }

    Sheet sheet() {
        var columns = new ArrayList<ReportColumn>();
        columns.add(column("voucher_id", Map.of()));
        columns.add(column("at_fault", COLUMNS));
        schema.columnNames().forEach(name -> columns.add(column(name, Map.of())));
        var name = FEEDS.getOrDefault(schema.name(), Bilingual.same(schema.name()));
        return new Sheet("mend " + schema.name(), name, "", columns, List.of("voucher_id"), Optional.empty(), true);
    }

    private static ReportColumn column(String field, Map<String, Bilingual> names) {
        var title = COLUMNS.getOrDefault(field, Bilingual.same(field));
        return new ReportColumn(field, title, CellType.CODE, 0, false, false, Optional.empty(), names);
    }

    /** What was returned by the end of the night and still open; the stored texts of a voucher are a list in column order. */
    String sql() {
        var texts = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "NULLIF(JSON_UNQUOTE(JSON_EXTRACT(payload, '$[%d]')), '') AS `%s`"
                        .formatted(i, schema.columns().get(i).name()))
                .collect(Collectors.joining(",\n"));
        return """
                SELECT LPAD(voucher_id, 10, '0') AS voucher_id, column_name AS at_fault,
                %s
                FROM voucher
                WHERE feed = '%s' AND decision = 'RETURNED' AND first_seen <= :business_date
                  AND (resolved_on IS NULL OR resolved_on > :business_date)
                  AND (:scope_code IS NULL OR branch_code = :scope_code)""".formatted(texts, schema.name());
    }
}
