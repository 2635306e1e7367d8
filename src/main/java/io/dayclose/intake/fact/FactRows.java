package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.database.BulkRows;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.Learned;
import io.dayclose.intake.source.SourceStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of fact tables: the canonical columns, then version, night and origin. */
final class FactRows {
    private static final List<String> TECHNICAL = List.of("version", "night", "source_id", "source_line");

    /** Of sales besides: the latest source there was when they became facts, by which commission tells what is new. */
    private static final String TAKEN_IN = "taken_in";

    private final FeedSchema schema;
    private final LocalDate night;
    private final boolean tellsTakenIn;
    private final long lastSource;

    FactRows(FeedNight work) {
        schema = work.schema();
        night = work.night();
        tellsTakenIn = schema.name().equals("sale");
        lastSource = tellsTakenIn ? new SourceStore(work.jdbc()).last() : 0;
    }

    BulkRows none() {
        var columns = columns(schema.columnNames());
        return new BulkRows(
                schema.name(),
                tellsTakenIn
                        ? Stream.concat(columns.stream(), Stream.of(TAKEN_IN)).toList()
                        : columns);
    }

    private static List<String> columns(List<String> names) {
        return Stream.concat(names.stream(), TECHNICAL.stream()).toList();
    }

    @Nullable
    Object[] row(ValidatedRecord judged, int version) {
        int columns = judged.values().length;
        var row = Arrays.copyOf(judged.values(), columns + TECHNICAL.size() + (tellsTakenIn ? 1 : 0));
        row[columns] = version;
        row[columns + 1] = night;
        row[columns + 2] = judged.origin().sourceId();
        row[columns + 3] = judged.origin().line();
        if (tellsTakenIn) {
            row[columns + TECHNICAL.size()] = lastSource;
        }
        return row;
    }

    static List<BulkRows> learned(Learned learned, LocalDate night, long sourceId) {
        var all = new ArrayList<BulkRows>();
        var branches = new BulkRows("branch", columns(List.of("branch_code", "valid_from", "name")));
        learned.branches()
                .forEach(branch ->
                        branches.add(branch.text(), branch.validFrom(), branch.text(), 1, night, sourceId, 0));
        var outlets =
                new BulkRows("outlet", columns(List.of("outlet_code", "valid_from", "name", "branch_code", "channel")));
        learned.outlets().forEach(outlet -> outlets.add(outletRow(outlet, night, sourceId)));
        var products = new BulkRows("product", columns(List.of("product_code", "valid_from", "name", "category")));
        learned.products()
                .forEach(product -> products.add(
                        product.text(), product.validFrom(), product.text(), "UNKNOWN", 1, night, sourceId, 0));
        Stream.of(branches, outlets, products).filter(rows -> rows.size() > 0).forEach(all::add);
        return all;
    }

    private static Object[] outletRow(Learned.Outlet outlet, LocalDate night, long sourceId) {
        var code = outlet.code();
        return new Object[] {
            code.text(), code.validFrom(), code.text(), outlet.branch(), outlet.channel(), 1, night, sourceId, 0
        };
    }
}
