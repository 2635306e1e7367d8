package io.dayclose.job;

import io.dayclose.close.Controls;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.fact.Block;
import io.dayclose.intake.fact.FeedIntake;
import io.dayclose.intake.source.Collector;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Takes one feed in. The item is a block of thousands of records, so a chunk is one block and one transaction; the
 * position lies with the source, in the same transaction, and needs nothing of the execution context.
 */
final class FeedStep implements ItemStreamReader<Block> {
    private final Intake whole;
    private final Feed feed;
    private @Nullable FeedIntake intake;
    private long records;

    FeedStep(Intake whole, Feed feed) {
        this.whole = whole;
        this.feed = feed;
    }

    String name() {
        return "extract-" + feed.name();
    }

    @Override
    public void open(ExecutionContext context) {
        open();
    }

    void open() {
        var night = whole.night(feed);
        new Collector(night).collect();
        intake = new FeedIntake(night);
    }

    /** Stops here, where a restart looks into the inbox again; a trial is only told. */
    private void missing(Problem problem) {
        if (!whole.trial().isPresent()) {
            throw Refusal.failed(problem);
        }
        whole.listener().notice(problem);
    }

    @Override
    public @Nullable Block read() {
        var block = opened().read();
        if (block == null) {
            new Controls(whole.work().jdbc()).prove(feed.name(), whole.run().date());
            new OwedFeeds(whole.work(), whole.run().date()).required(feed).ifPresent(this::missing);
        }
        return block;
    }

    void write(Chunk<? extends Block> blocks) {
        blocks.forEach(block -> {
            opened().write(block);
            records += block.size();
            whole.listener().progress(name(), records);
        });
    }

    private FeedIntake opened() {
        return Objects.requireNonNull(intake, "open() comes first");
    }

    @Override
    public void close() {
        if (intake != null) {
            intake.close();
        }
    }
}
