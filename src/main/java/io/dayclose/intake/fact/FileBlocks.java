package io.dayclose.intake.fact;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Remark;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.control.ControlledRows;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.Prefetch;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.read.Wanted;
import io.dayclose.intake.repeat.RepeatScan;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.SourceStore;
import io.dayclose.text.Message;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of a file, read, parsed, judged and encoded ahead on a thread of their own. */
final class FileBlocks implements Blocks {
    private static final int HEADER_SHOWN = 200;
    private static final int AT_ONCE = 1_000;

    private final FeedNight work;
    private final FeedInput input;
    private final RecordValidator judge;
    private final Feed effective;
    /** Opened anew once the file has been looked through: two readings of a workbook at once would hold its texts twice. */
    private volatile RowSource rows;

    private final Translator translator;
    private final RowJudge rowJudge;
    private final BlockBuilder builder;
    private final Prefetch<Block> prefetch;
    private final Deque<RowJudge.Row> ready = new ArrayDeque<>();
    private long position;
    private long read;
    private boolean ended;
    private volatile boolean closed;

    /** @throws UnreadableSource when the file cannot be opened or lacks a column that every row needs */
    FileBlocks(FeedNight work, FeedInput input, RecordValidator judge) {
        var feed = work.feed();
        this.work = work;
        this.input = input;
        this.judge = judge;
        effective = effective(feed, input);
        try {
            rows = open();
        } catch (IOException unreadable) {
            throw UnreadableSource.of(unreadable);
        }
        Translator.twice(effective, rows.header()).ifPresent(twice -> {
            throw new UnreadableSource(Message.HEADER_TWICE, twice.first(), twice.second(), twice.column());
        });
        translator = translator(rows);
        translator.missing().map(Column::name).or(translator::unnamed).ifPresent(name -> {
            throw new UnreadableSource(Message.HEADER_MISSING, name, feed.name(), found(rows));
        });
        if (input.kind() == FeedInput.Kind.FILE) {
            new SourceStore(work.jdbc())
                    .describe(input.id(), rows.tables(), Translator.nearHeaders(effective, rows.header()));
        }
        if (input.kind() == FeedInput.Kind.MENDED && CorrectedFeed.number(rows.header()) < 0) {
            throw new UnreadableSource(Message.HEADER_MISSING, CorrectedFeed.NUMBER, feed.name(), found(rows));
        }
        rowJudge = new RowJudge(work, input, judge, new RowJudge.Reading(effective, rows.header(), translator));
        proveKeys();
        builder = new BlockBuilder(work, Optional.of(input));
        prefetch = new Prefetch<>("read-" + feed.name(), this::read);
    }

    /** Of what is derived anew, before anything of it is written. */
    private void proveKeys() {
        if (input.first().isPresent() && input.position() == 0) {
            try (var all = open()) {
                new ReprocessedKeys(
                                work, new ReprocessedRows(work, input.first().get()), judge)
                        .prove(all, translator(all));
            } catch (IOException unreadable) {
                throw UnreadableSource.of(unreadable);
            }
        }
    }

    private RowSource open() throws IOException {
        var file = work.home().files().resolve(input.archivedAs());
        return ControlledRows.open(file, effective, wanted());
    }

    private Translator translator(RowSource source) {
        return Translator.of(effective, source.header(), Locality.of(work.home().company()));
    }

    /** The first look goes through the rows that are open already. */
    private final class Opened implements RepeatScan.Opening {
        private boolean taken;

        @Override
        public RowSource open() throws IOException {
            boolean first = !taken;
            taken = true;
            return first ? rows : FileBlocks.this.open();
        }

        @Override
        public Translator translator(RowSource source) {
            return FileBlocks.this.translator(source);
        }
    }

    /** The feed as this source writes it. */
    private static Feed effective(Feed feed, FeedInput input) {
        if (input.kind() == FeedInput.Kind.MENDED) {
            return CorrectedFeed.of(feed);
        }
        return isQuery(feed, input) ? QueryFeed.of(feed) : feed;
    }

    private static boolean isQuery(Feed feed, FeedInput input) {
        return input.first().map(FeedInput.First::query).orElse(feed.source() instanceof FeedSource.Query);
    }

    /** Every row that we or a query wrote is a record, whatever it lacks. */
    private Wanted wanted() {
        boolean mended = input.kind() == FeedInput.Kind.MENDED;
        return !mended && isQuery(work.feed(), input)
                ? Wanted.ofRecords(effective)
                : Wanted.of(effective).on(mended ? input.sheet() : Optional.empty());
    }

    /** The header that was found, for people to see what was taken for it. */
    private static String found(RowSource rows) {
        var header = String.join(", ", rows.header());
        return header.length() > HEADER_SHOWN ? header.substring(0, HEADER_SHOWN) + "…" : header;
    }

    private @Nullable Block read() throws IOException {
        if (ended && ready.isEmpty()) {
            return null;
        }
        skipTaken();
        while (!builder.isFull() && hasReady()) {
            var next = ready.element();
            if (!builder.takes(next.judged())) {
                break;
            }
            ready.remove();
            position = next.position();
            builder.add(next.judged());
        }
        var block = builder.build(judge.learned(), position, state());
        block.facts().encode();
        return block;
    }

    /** Judges the next rows together, so that what has to be asked of the facts is asked once for all of them. */
    private boolean hasReady() throws IOException {
        var some = new ArrayList<RowJudge.Row>();
        while (ready.isEmpty() && some.size() < AT_ONCE && !ended) {
            var row = rows.next();
            var judged = row == null ? null : rowJudge.judge(row, read++);
            ended = row == null;
            if (judged != null) {
                some.add(new RowJudge.Row(judged, read));
            }
        }
        ready.addAll(rowJudge.believed(some));
        return !ready.isEmpty();
    }

    private String state() {
        if (!ended || !ready.isEmpty() || closed) {
            return "TAKEN"; // a file that was closed while it was read looks damaged
        }
        rows.remarks().forEach(this::tell);
        translator.remarks().forEach(this::tell);
        rows.damage().ifPresent(why -> work.notice(input.archivedAs(), Message.FILE_DAMAGED, position, why));
        return rows.damage().isPresent() ? "UNREADABLE" : "DONE";
    }

    private void tell(Remark remark) {
        if (!remark.usual()) {
            work.notice(input.archivedAs(), remark.message(), remark.values().toArray());
        }
    }

    /** Before the first row: what stands in the file twice, and the rows that an interrupted run has taken in. */
    private void skipTaken() throws IOException {
        if (read > 0) {
            return;
        }
        if (rowJudge.scans()) {
            rowJudge.scan(new Opened());
            rows = open();
        }
        while (read < input.position()) {
            var row = rows.next();
            if (row == null) {
                return;
            }
            translator.skip(row);
            read++;
        }
        position = read;
    }

    @Override
    public @Nullable Block next() {
        return prefetch.take();
    }

    @Override
    public void close() {
        closed = true;
        prefetch.close();
        try {
            rows.close();
        } catch (IOException alreadyGone) {
            // nothing was written to it
        }
    }
}
