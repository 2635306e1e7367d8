package io.dayclose.intake.fact;

import io.dayclose.intake.FeedNight;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.control.ControlCheck;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.source.Collector;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.SourceStore;
import io.dayclose.organisation.OrganisationStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks one feed of one night: what was waiting for this day, what came, what refers to it, and what was returned
 * before. Hands out blocks and writes them; where it stands is in the database, so that it can be cut off anywhere.
 */
public final class FeedIntake implements AutoCloseable {
    private final FeedNight work;
    private final SourceStore sources;
    private final VoucherStore vouchers;
    private final BlockWriter writer;
    private final RecordValidator judge;
    private final Deque<FeedInput> inputs;
    private final NewSerials serials;
    private @Nullable Blocks current;
    private boolean settled;

    public FeedIntake(FeedNight work) {
        this.work = work;
        sources = new SourceStore(work.jdbc());
        vouchers = new VoucherStore(work);
        writer = new BlockWriter(work, vouchers);
        judge = new RecordValidator(work.feed(), new OrganisationStore(work.jdbc()).load(), work.night());
        inputs = new ArrayDeque<>(sources.open(work.feed().name(), work.night()));
        inputs.removeIf(input -> !isBelieved(input));
        serials = new NewSerials(work, vouchers, List.copyOf(inputs));
    }

    /** Compares what a file holds with what it states, before any transaction: what differs stays in quarantine whatever follows. */
    private boolean isBelieved(FeedInput input) {
        if (input.kind() != FeedInput.Kind.FILE || input.position() > 0) {
            return true;
        }
        try {
            ControlCheck.check(
                            work.home().files().resolve(input.archivedAs()),
                            work.feed(),
                            Locality.of(work.home().company()))
                    .ifPresent(rows -> sources.states(input.id(), rows));
            return true;
        } catch (UnreadableSource unbelieved) {
            leave(input, unbelieved);
            return false;
        }
    }

    private void leave(FeedInput input, UnreadableSource why) {
        sources.leave(input.id(), why.state());
        work.notice(input.archivedAs(), why.problem(), why.values());
    }

    /** The next block to write, or null when the feed is finished. */
    public @Nullable Block read() {
        while (true) {
            var blocks = current == null ? begin() : current;
            if (blocks == null) {
                return null;
            }
            current = blocks;
            var block = blocks.next();
            if (block != null) {
                return block;
            }
            close();
        }
    }

    /** Writes a block; must run in a transaction. */
    public void write(Block block) {
        writer.write(block);
    }

    /** Pending vouchers come after everything the night brought, before the retry of what was returned earlier. */
    private @Nullable Blocks begin() {
        boolean retryIsNext = inputs.isEmpty() || inputs.peek().kind() == FeedInput.Kind.RETURNED;
        if (retryIsNext && !settled) {
            settled = true;
            return new PendingBlocks(work, vouchers, judge);
        }
        var input = inputs.poll();
        if (input == null) {
            return null;
        }
        settled = false;
        return open(input);
    }

    private @Nullable Blocks open(FeedInput input) {
        if (input.kind() == FeedInput.Kind.WAITING || input.kind() == FeedInput.Kind.RETURNED) {
            return new StoredBlocks(work, input, vouchers, judge);
        }
        try {
            if (input.position() == 0) {
                Collector.again(work).readsBy(input.id());
            }
            return new FileBlocks(work, input, judge, serials);
        } catch (UnreadableSource unreadable) {
            leave(input, unreadable);
            return begin();
        }
    }

    @Override
    public void close() {
        var blocks = current;
        current = null;
        if (blocks != null) {
            blocks.close();
        }
    }
}
