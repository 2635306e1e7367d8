package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.fact.Block;
import io.dayclose.intake.fact.FeedIntake;
import io.dayclose.intake.source.Collector;
import io.dayclose.intake.source.MendedCollector;
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
    private final Work work;
    private final Feed feed;
    private final Run run;
    private final RunListener listener;
    private @Nullable FeedIntake intake;
    private long records;
    private boolean inPlace;

    FeedStep(Work work, Feed feed, Run run, RunListener listener) {
        this.work = work;
        this.feed = feed;
        this.run = run;
        this.listener = listener;
    }

    String name() {
        return "extract-" + feed.name();
    }

    @Override
    public void open(ExecutionContext context) {
        open(false);
    }

    void open(boolean leaveInPlace) {
        inPlace = leaveInPlace;
        var night = night(leaveInPlace);
        new Collector(night).collect();
        intake = new FeedIntake(night);
    }

    /** Takes the workbooks that people have mended and sent back, for all feeds. */
    void collectMended(boolean leaveInPlace) {
        new MendedCollector(night(leaveInPlace)).collect();
    }

    private FeedNight night(boolean leaveInPlace) {
        return new FeedNight(
                work.home(),
                feed,
                run.date(),
                run.number(),
                work.jdbc(),
                work.bulk(),
                work.localClock(),
                new FeedNight.Manner(leaveInPlace, stopsWithoutSource()),
                listener::notice);
    }

    /** Stops here, where a restart looks into the inbox again; a trial is only told. */
    private void missing(Problem problem) {
        if (!inPlace) {
            throw Refusal.failed(problem);
        }
        listener.notice(problem);
    }

    private boolean stopsWithoutSource() {
        return work.home().job(run.job()).filter(Job::stopsWithoutSource).isPresent();
    }

    @Override
    public @Nullable Block read() {
        var block = opened().read();
        if (block == null) {
            new Controls(work.jdbc()).prove(feed.name(), run.date());
            new Following(work, run.date()).required(feed).ifPresent(this::missing);
        }
        return block;
    }

    void write(Chunk<? extends Block> blocks) {
        blocks.forEach(block -> {
            opened().write(block);
            records += block.size();
            listener.progress(name(), records);
        });
    }

    long records() {
        return records;
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
