package io.dayclose.intake.fact;

import io.dayclose.config.HomeFiles;
import io.dayclose.config.feed.Feed;
import io.dayclose.database.BulkWriter;
import io.dayclose.intake.check.Judge;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.SourceStore;
import io.dayclose.intake.source.UnreadableSource;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks one feed of one night: what was waiting for this day, what came, what refers to it, and what was returned
 * before. Hands out blocks and writes them; where it stands is in the database, so that it can be cut off anywhere.
 */
public final class FeedIntake implements AutoCloseable {
    private final HomeFiles files;
    private final Feed feed;
    private final LocalDate night;
    private final Consumer<Problem> notices;
    private final SourceStore sources;
    private final VoucherStore vouchers;
    private final BlockWriter writer;
    private final Judge judge;
    private final SaleBooks books;
    private final Deque<FeedInput> inputs;
    private @Nullable Blocks current;
    private boolean settled;

    public FeedIntake(
            HomeFiles files,
            Feed feed,
            LocalDate night,
            JdbcTemplate jdbc,
            BulkWriter bulk,
            Consumer<Problem> notices) {
        this.files = files;
        this.feed = feed;
        this.night = night;
        this.notices = notices;
        sources = new SourceStore(jdbc);
        vouchers = new VoucherStore(jdbc, bulk, feed.name(), night);
        writer = new BlockWriter(feed.schema(), night, jdbc, bulk, vouchers);
        judge = new Judge(feed, new OrganisationStore(jdbc).load(), night);
        books = new SaleBooks(jdbc, feed.schema());
        inputs = new ArrayDeque<>(sources.open(feed.name(), night));
    }

    /** Does the next block to write, or null when the feed is finished. */
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
            return pending();
        }
        var input = inputs.poll();
        if (input == null) {
            return null;
        }
        settled = false;
        return open(input);
    }

    private Blocks pending() {
        return new PendingBlocks(feed.schema(), vouchers, books, judge, night);
    }

    private @Nullable Blocks open(FeedInput input) {
        if (input.kind() == FeedInput.Kind.WAITING || input.kind() == FeedInput.Kind.RETURNED) {
            return new StoredBlocks(feed.schema(), input, vouchers, judge, night);
        }
        try {
            return new FileBlocks(feed, input, files.resolve(input.archivedAs()), judge, night);
        } catch (UnreadableSource unreadable) {
            sources.unreadable(input.id());
            notices.accept(Problem.at(input.archivedAs(), unreadable.problem(), unreadable.values()));
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
