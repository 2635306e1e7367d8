package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.SaleColumns;
import io.dayclose.intake.check.SaleColumns.Line;
import io.dayclose.intake.check.SaleReferences;
import io.dayclose.intake.check.SaleReferences.Returned;
import io.dayclose.intake.check.SaleReferences.Serial;
import io.dayclose.intake.check.SerialHistory.Movement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fetches, in a few queries, what the accepted facts say about the lines of one page. */
public final class AcceptedSales {
    private final FactStore facts;
    private final SaleColumns sale;

    AcceptedSales(JdbcTemplate jdbc, FeedSchema schema) {
        facts = new FactStore(jdbc, schema);
        sale = new SaleColumns(schema);
    }

    SaleReferences.Books about(List<ValidatedRecord> lines) {
        var page = new Page();
        var documents = new HashSet<String>();
        var originals = new HashSet<String>();
        var serials = new HashSet<String>();
        for (var line : lines) {
            var original = sale.originalDocument(line.values());
            documents.add(sale.line(line.values()).docNo());
            if (original != null) {
                documents.add(original);
                originals.add(original);
            }
            if (sale.serial(line.values()) != null) {
                serials.add(String.valueOf(sale.serial(line.values())));
            }
        }
        facts.inParts(
                "SELECT * FROM current_sale WHERE doc_no IN (%s)", documents, row -> page.addLine(facts.values(row)));
        facts.inParts(
                "SELECT * FROM current_sale WHERE original_doc_no IN (%s)",
                originals, row -> page.addReturn(facts.values(row)));
        facts.inParts(
                "SELECT * FROM current_sale WHERE serial_no IN (%s)",
                serials, row -> page.addSerial(facts.values(row)));
        return page;
    }

    private final class Page implements SaleReferences.Books {
        private final Map<Line, @Nullable Object[]> lines = new HashMap<>();
        private final Map<String, Set<Line>> documents = new HashMap<>();
        private final Map<Line, Map<Line, Returned>> returns = new HashMap<>();
        private final Map<Serial, Map<Line, Movement>> movements = new HashMap<>();

        void addLine(@Nullable Object[] values) {
            var line = sale.line(values);
            lines.put(line, values);
            documents.computeIfAbsent(line.docNo(), any -> new HashSet<>()).add(line);
        }

        void addReturn(@Nullable Object[] values) {
            var original = sale.isReturn(values) ? sale.original(values) : null;
            if (original != null) {
                returns.computeIfAbsent(original, any -> new HashMap<>())
                        .put(sale.line(values), new Returned(sale.quantity(values), sale.amount(values)));
            }
        }

        void addSerial(@Nullable Object[] values) {
            if (sale.isRefund(values) || sale.serial(values) == null) {
                return;
            }
            movements
                    .computeIfAbsent(
                            new Serial(sale.product(values), String.valueOf(sale.serial(values))),
                            any -> new HashMap<>())
                    .put(
                            sale.line(values),
                            new Movement(sale.isReturn(values), sale.date(values), sale.soldAt(values)));
        }

        @Override
        public @Nullable Object @Nullable [] line(Line line) {
            return lines.get(line);
        }

        @Override
        public Collection<Line> lines(String document) {
            return documents.getOrDefault(document, Set.of());
        }

        @Override
        public Map<Line, Returned> returned(Line original) {
            return returns.getOrDefault(original, Map.of());
        }

        @Override
        public Map<Line, Movement> movements(Serial serial) {
            return movements.getOrDefault(serial, Map.of());
        }
    }
}
