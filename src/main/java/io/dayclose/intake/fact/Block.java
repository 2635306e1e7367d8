package io.dayclose.intake.fact;

import io.dayclose.database.BulkRows;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.source.FeedInput;
import java.util.List;
import java.util.Optional;

/**
 * Judged records that are written in one transaction.
 *
 * @param input the source they were read from, whose position moves; empty when they come from the night's own vouchers
 * @param news the records that become facts if their key is new, each key once
 * @param repeats further records of the same keys, to be compared after the news
 * @param others records that become vouchers
 * @param facts the rows of {@code news}
 * @param learned master data that became known while these records were judged
 * @param position where the source stands after this block
 * @param state of the source after this block: TAKEN while there is more, DONE, or UNREADABLE from here on
 */
public record Block(
        Optional<FeedInput> input,
        List<ValidatedRecord> news,
        List<ValidatedRecord> repeats,
        List<ValidatedRecord> others,
        BulkRows facts,
        List<BulkRows> learned,
        long position,
        SourceState state) {

    public int size() {
        return news.size() + repeats.size() + others.size();
    }
}
