package io.dayclose.intake.fact;

import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.Learned;
import io.dayclose.intake.source.FeedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects judged records until they make a block. */
final class BlockBuilder {
    /**
     * Enough rows to keep the server busy for a while, few enough to lose little and hold little. Trials of what happens
     * between two blocks ask for smaller ones.
     */
    private final int size = Integer.getInteger("dayclose.block-size", 10_000);

    private final FactRows rows;
    private final LocalDate night;
    private final Optional<FeedInput> input;
    private final List<ValidatedRecord> news = new ArrayList<>();
    private final List<ValidatedRecord> repeats = new ArrayList<>();
    private final List<ValidatedRecord> others = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> otherKeys = new HashSet<>();

    BlockBuilder(FeedNight work, Optional<FeedInput> input) {
        rows = new FactRows(work);
        night = work.night();
        this.input = input;
    }

    /**
     * Whether a record may stand in this block: facts are written before vouchers, so one that makes good an earlier
     * record of its key has to come in the next.
     */
    boolean takes(ValidatedRecord judged) {
        return judged.decision() != Decision.ACCEPTED || !otherKeys.contains(judged.key());
    }

    void add(ValidatedRecord judged) {
        if (judged.decision() != Decision.ACCEPTED) {
            others.add(judged);
            if (judged.decision() != Decision.DUPLICATE) {
                otherKeys.add(judged.key());
            }
        } else if (keys.add(judged.key())) {
            news.add(judged);
        } else {
            repeats.add(judged);
        }
    }

    int size() {
        return news.size() + repeats.size() + others.size();
    }

    boolean isFull() {
        return size() >= size;
    }

    Block build(Learned learned, long position, SourceState state) {
        var facts = rows.none();
        news.forEach(judged -> facts.add(rows.row(judged, 1)));
        long source = input.map(FeedInput::id).orElse(0L);
        var block = new Block(
                input,
                List.copyOf(news),
                List.copyOf(repeats),
                List.copyOf(others),
                facts,
                FactRows.learned(learned, night, source),
                position,
                state);
        news.clear();
        repeats.clear();
        others.clear();
        keys.clear();
        otherKeys.clear();
        return block;
    }
}
