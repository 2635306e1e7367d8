package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.Passes;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.check.SaleColumns;
import io.dayclose.intake.check.SaleReferences;
import io.dayclose.intake.fact.FactStore.Version;
import io.dayclose.intake.fact.VoucherStore.Pending;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of pending vouchers, now that the night has been read. They are shown in order of time, in as many {@link Passes} as
 * it takes; what is left then breaks its rule for good and is returned. Of one key the last arrival counts.
 */
final class PendingBlocks implements Blocks {
    private static final int PAGE = 2_000;

    private final FeedSchema schema;
    private final SaleColumns sale;
    private final VoucherStore vouchers;
    private final FactStore facts;
    private final AcceptedSales books;
    private final RecordValidator judge;
    private final FeedNight work;
    private final Translator translator;
    private final Set<String> openKeys;
    private List<Pending> pass = List.of();
    private int next;
    private final Passes passes = new Passes();

    PendingBlocks(FeedNight work, VoucherStore vouchers, RecordValidator judge) {
        schema = work.schema();
        sale = new SaleColumns(schema);
        this.vouchers = vouchers;
        facts = new FactStore(work.jdbc(), schema);
        books = new AcceptedSales(work.jdbc(), schema);
        this.judge = judge;
        this.work = work;
        translator = Translator.canonical(schema);
        openKeys = vouchers.openKeys();
    }

    @Override
    public @Nullable Block next() {
        while (next < pass.size() || beginPass()) {
            var ids = page();
            var block = settle(vouchers.byIds(ids));
            if (block.size() > 0) {
                return block;
            }
        }
        return null;
    }

    /** The next ids, never parting arrivals of one key. */
    private List<Long> page() {
        int end = Math.min(pass.size(), next + PAGE);
        while (end < pass.size() && pass.get(end).key().equals(pass.get(end - 1).key())) {
            end++;
        }
        var ids = pass.subList(next, end).stream().map(Pending::id).toList();
        next = end;
        return ids;
    }

    private boolean beginPass() {
        if (!passes.begin()) {
            return false;
        }
        pass = vouchers.pending();
        next = 0;
        return !pass.isEmpty();
    }

    private Block settle(List<VoucherStore.Stored> page) {
        var arrivals = new LinkedHashMap<String, List<ValidatedRecord>>();
        for (var stored : page) {
            var parsed = translator.translate(new SourceRow(stored.line(), stored.texts(), false));
            var line = judge.judge(
                    parsed,
                    new ValidatedRecord.Origin(stored.sourceId(), stored.line(), stored.countedIn()),
                    stored.id());
            arrivals.computeIfAbsent(line.key(), any -> new ArrayList<>()).add(line);
        }
        var lines = arrivals.values().stream().flatMap(List::stream).toList();
        var settlement = judge.settlement(books.about(lines));
        var known = facts.latest(lines.stream().map(ValidatedRecord::values).toList());
        var builder = new BlockBuilder(work, Optional.empty());
        arrivals.forEach((key, each) -> settle(each, Optional.ofNullable(known.get(key)), settlement, builder));
        return builder.build(judge.learned(), 0, SourceState.DONE);
    }

    private void settle(
            List<ValidatedRecord> arrivals, Optional<Version> known, SaleReferences settlement, BlockBuilder builder) {
        var failed = new ArrayList<ValidatedRecord>();
        for (var line : arrivals) {
            var early = early(line, known);
            boolean pending = line.decision() == Decision.PENDING && early == null;
            boolean waits = pending && sale.namesOnlyDocument(line.values()) && passes.postpones();
            var fault = pending && !waits ? settlement.judge(line) : line.fault();
            if (early != null) {
                builder.add(line.decidedAs(early, null));
            } else if (waits) {
                failed.add(line);
            } else if (fault != null) {
                failed.add(line.decidedAs(fault.reason().decision(), fault));
            } else {
                passes.accepted();
                failed.forEach(older -> builder.add(older.decidedAs(Decision.DUPLICATE, null)));
                failed.clear();
                builder.add(line.decidedAs(Decision.ACCEPTED, null));
            }
        }
        if (passes.isLast()) {
            failed.forEach(builder::add);
        }
    }

    /**
     * What can be told before any rule is asked: a record that a later one of its key has overtaken, and a cancellation
     * of what is cancelled already, say nothing new; one of a record that waits for its sender takes that back.
     */
    private @Nullable Decision early(ValidatedRecord line, Optional<Version> known) {
        boolean overtaken =
                known.filter(version -> version.cameAfter(line.origin())).isPresent();
        if (overtaken
                || isVoid(line.values())
                        && known.filter(version -> isVoid(version.values())).isPresent()) {
            return Decision.DUPLICATE;
        }
        return isVoid(line.values()) && known.isEmpty() && openKeys.contains(line.key()) ? Decision.CORRECTED : null;
    }

    private boolean isVoid(@Nullable Object[] values) {
        return "Y".equals(values[schema.index("void")]);
    }

    @Override
    public void close() {
        // pages hold nothing open
    }
}
