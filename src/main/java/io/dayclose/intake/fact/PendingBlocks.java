package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Judged;
import io.dayclose.intake.check.Judge;
import io.dayclose.intake.check.SaleSettlement;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.source.SourceRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of pending vouchers, now that the night has been read. They are shown in order of time, again and again while
 * anything is accepted; what is left then breaks its rule for good and is returned.
 */
final class PendingBlocks implements Blocks {
    private static final int PAGE = 2_000;

    private final FeedSchema schema;
    private final VoucherStore vouchers;
    private final SaleBooks books;
    private final Judge judge;
    private final LocalDate night;
    private final Translator translator;
    private List<Long> pass = List.of();
    private int next;
    private boolean progress = true;
    private boolean finalPass;

    PendingBlocks(FeedNight work, VoucherStore vouchers, Judge judge) {
        schema = work.schema();
        this.vouchers = vouchers;
        books = new SaleBooks(work.jdbc(), schema);
        this.judge = judge;
        night = work.night();
        translator = Translator.canonical(schema);
    }

    @Override
    public @Nullable Block next() {
        while (next < pass.size() || beginPass()) {
            var ids = pass.subList(next, Math.min(pass.size(), next + PAGE));
            next += ids.size();
            var block = settle(vouchers.byIds(ids));
            if (block.size() > 0) {
                return block;
            }
        }
        return null;
    }

    private boolean beginPass() {
        if (finalPass) {
            return false;
        }
        finalPass = !progress;
        progress = false;
        pass = vouchers.pendingIds();
        next = 0;
        return !pass.isEmpty();
    }

    private Block settle(List<VoucherStore.Stored> page) {
        var lines = new ArrayList<Judged>();
        for (var stored : page) {
            var parsed = translator.translate(new SourceRow(stored.line(), stored.texts(), false));
            lines.add(judge.judge(
                    parsed, new Judged.Origin(stored.sourceId(), stored.line(), stored.countedIn()), stored.id()));
        }
        var settlement = new SaleSettlement(schema, books.about(lines));
        var builder = new BlockBuilder(schema, night, Optional.empty());
        lines.forEach(line -> settle(line, settlement, builder));
        return builder.build(judge.learned(), 0, "DONE");
    }

    private void settle(Judged line, SaleSettlement settlement, BlockBuilder builder) {
        var fault = line.decision() == Decision.PENDING ? settlement.judge(line) : line.fault();
        if (fault == null) {
            progress = true;
            builder.add(line.decidedAs(Decision.ACCEPTED, null));
        } else if (finalPass) {
            builder.add(line.decidedAs(fault.reason().decision(), fault));
        }
    }

    @Override
    public void close() {
        // pages hold nothing open
    }
}
