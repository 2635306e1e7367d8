package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.check.SaleColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Knows which documents have a discount line, and on which day: a discount is shared over the lines its document has now, so a line
 * that comes, changes or goes touches the days of its document's discounts too. A company without discounts asks nothing.
 */
final class DiscountedDocuments {
    private final JdbcTemplate jdbc;
    private final FactStore facts;
    private final FeedSchema schema;
    private final boolean hasDocuments;

    DiscountedDocuments(JdbcTemplate jdbc, FeedSchema schema) {
        this.jdbc = jdbc;
        this.schema = schema;
        facts = new FactStore(jdbc, schema);
        hasDocuments = schema.name().equals("sale");
    }

    /** Notes the discounts among new versions of lines, and gives the days of the discounts of all their documents. */
    Set<LocalDate> touchedBy(Collection<@Nullable Object[]> lines) {
        if (!hasDocuments || lines.isEmpty()) {
            return Set.of();
        }
        var sale = new SaleColumns(schema);
        note(sale, lines);
        if (jdbc.queryForList("SELECT 1 FROM discounted_document LIMIT 1").isEmpty()) {
            return Set.of();
        }
        var documents = new HashSet<String>();
        lines.forEach(line -> documents.add(sale.line(line).docNo()));
        var days = new HashSet<LocalDate>();
        facts.inParts(
                "SELECT DISTINCT business_date FROM discounted_document WHERE doc_no IN (%s)",
                documents, row -> days.add(row.getObject(1, LocalDate.class)));
        return days;
    }

    private void note(SaleColumns sale, Collection<@Nullable Object[]> lines) {
        var noted = new ArrayList<Object[]>();
        for (var line : lines) {
            if (sale.isDiscount(line)) {
                noted.add(new Object[] {sale.date(line), sale.line(line).docNo()});
            }
        }
        if (!noted.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT IGNORE INTO discounted_document (business_date, doc_no) VALUES (?, ?)", List.copyOf(noted));
        }
    }
}
