package io.dayclose.intake.fact;

import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Reason;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.check.StaleDates;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.intake.source.FeedInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blocks of vouchers that were waiting or returned, for another try. */
final class StoredBlocks implements Blocks {
    private static final int PAGE = 5_000;

    private final FeedInput input;
    private final VoucherStore vouchers;
    private final RecordValidator judge;
    private final Translator translator;
    private final StaleDates stale;
    private final BlockBuilder builder;
    private long position;
    private boolean ended;

    StoredBlocks(FeedNight work, FeedInput input, VoucherStore vouchers, RecordValidator judge) {
        this.input = input;
        this.vouchers = vouchers;
        this.judge = judge;
        translator = Translator.canonical(work.schema());
        stale = new StaleDates(work.feed(), work.night());
        builder = new BlockBuilder(work, Optional.of(input));
        position = input.position();
    }

    @Override
    public @Nullable Block next() {
        if (ended) {
            return null;
        }
        var decision = input.kind() == FeedInput.Kind.WAITING ? Decision.WAITING : Decision.RETURNED;
        var page = vouchers.page(decision, position, input.limit(), PAGE);
        for (var stored : page) {
            position = stored.id();
            var parsed = translator.translate(new SourceRow(stored.line(), stored.texts(), false));
            builder.add(judge(stored, parsed));
        }
        ended = page.size() < PAGE;
        return builder.build(judge.learned(), position, ended ? SourceState.DONE : SourceState.TAKEN);
    }

    /** Only what was not believed for its date is asked for it again: others grow old while they wait, and do no harm by it. */
    private ValidatedRecord judge(VoucherStore.Stored stored, Parsed parsed) {
        var judged = judge.judge(
                parsed, new ValidatedRecord.Origin(stored.sourceId(), stored.line(), input.id()), stored.id());
        boolean again = Reason.STALE_DATE.name().equals(stored.reason()) && stale.isStale(judged);
        return again ? judge.returned(judged, stale.fault(judged)) : judged;
    }

    @Override
    public void close() {
        // pages hold nothing open
    }
}
