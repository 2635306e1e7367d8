package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.check.SaleColumns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Returns without a seller are taken off whoever sold the original: when that is corrected, the days of its returns are touched too. */
public final class ReturnsWithoutSeller {
    private static final String DAYS =
            "SELECT DISTINCT business_date FROM sale WHERE original_doc_no IN (%s) AND kind = 'RETURN' AND seller_code IS NULL";

    private final FactStore facts;
    private final FeedSchema schema;

    ReturnsWithoutSeller(JdbcTemplate jdbc, FeedSchema schema) {
        this.schema = schema;
        facts = new FactStore(jdbc, schema);
    }

    /** The days of the returns of lines that were corrected. */
    Set<LocalDate> touchedBy(Collection<@Nullable Object[]> corrected) {
        if (!schema.name().equals("sale") || corrected.isEmpty()) {
            return Set.of();
        }
        var sale = new SaleColumns(schema);
        var documents = new HashSet<String>();
        corrected.forEach(line -> documents.add(sale.line(line).docNo()));
        var days = new HashSet<LocalDate>();
        facts.inParts(DAYS, documents, row -> days.add(row.getObject(1, LocalDate.class)));
        return days;
    }
}
