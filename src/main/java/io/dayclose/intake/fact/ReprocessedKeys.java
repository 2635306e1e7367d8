package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves before a source is derived anew that its records keep their keys. A record is known by its key alone: under
 * another it would stand beside what was taken in before, and count twice.
 */
public final class ReprocessedKeys {
    private static final int AT_ONCE = 1_000;

    private final FeedSchema schema;
    private final FactStore facts;
    private final VoucherStore vouchers;
    private final RecordValidator judge;
    private final ReprocessedRows before;

    ReprocessedKeys(FeedNight work, ReprocessedRows before, RecordValidator judge) {
        schema = work.schema();
        facts = new FactStore(work.jdbc(), schema);
        vouchers = new VoucherStore(work);
        this.judge = judge;
        this.before = before;
    }

    /** @throws UnreadableSource naming the first line that would get a key nobody knows */
    void prove(RowSource rows, Translator translator) throws IOException {
        var some = new ArrayList<ValidatedRecord>();
        for (var row = rows.next(); row != null; row = rows.next()) {
            var parsed = translator.translate(row);
            boolean keyed = schema.key().stream()
                    .map(column -> schema.columns().get(schema.index(column)))
                    .allMatch(column -> column.optional() || parsed.values()[schema.index(column.name())] != null);
            if (keyed && before.wants(row.line()) && !before.hasVoucher(row.line())) {
                some.add(judge.judge(parsed, new ValidatedRecord.Origin(0, row.line(), 0), 0));
            }
            if (some.size() == AT_ONCE) {
                prove(some);
            }
        }
        prove(some);
    }

    private void prove(List<ValidatedRecord> some) {
        var known = facts.latest(
                some.stream().<@Nullable Object[]>map(ValidatedRecord::values).toList());
        some.stream()
                .filter(each -> !known.containsKey(each.key()) && !vouchers.isKnown(each.key()))
                .findFirst()
                .ifPresent(each -> {
                    throw new UnreadableSource(
                            Message.DERIVED_KEYS, each.origin().line(), each.key());
                });
        some.clear();
    }
}
