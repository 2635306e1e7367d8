package io.dayclose.intake.fact;

import io.dayclose.config.feed.Column;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Remark;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.Prefetch;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.UnreadableSource;
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
    private final FileOpening file;
    private final NewSerials serials;
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
    FileBlocks(FeedNight work, FeedInput input, RecordValidator judge, NewSerials serials) {
        var feed = work.feed();
        this.work = work;
        this.input = input;
        this.judge = judge;
        this.serials = serials;
        file = new FileOpening(work, input);
        try {
            rows = file.open();
        } catch (IOException unreadable) {
            throw UnreadableSource.of(unreadable);
        }
        Translator.twice(file.feed(), rows.header()).ifPresent(twice -> {
            throw new UnreadableSource(Message.HEADER_TWICE, twice.first(), twice.second(), twice.column());
        });
        translator = file.translator(rows);
        translator.missing().map(Column::name).or(translator::unnamed).ifPresent(name -> {
            throw new UnreadableSource(Message.HEADER_MISSING, name, feed.name(), found(rows));
        });
        if (input.kind() == FeedInput.Kind.FILE) {
            new SourceStore(work.jdbc())
                    .describe(input.id(), rows.tables(), Translator.nearHeaders(file.feed(), rows.header()));
        }
        if (input.kind() == FeedInput.Kind.MENDED && CorrectedFeed.number(rows.header()) < 0) {
            throw new UnreadableSource(Message.HEADER_MISSING, CorrectedFeed.NUMBER, feed.name(), found(rows));
        }
        rowJudge = new RowJudge(work, input, judge, new RowJudge.Reading(file.feed(), rows.header(), translator));
        proveKeys();
        builder = new BlockBuilder(work, Optional.of(input));
        prefetch = new Prefetch<>("read-" + feed.name(), this::read);
    }

    /** Of what is derived anew, before anything of it is written. */
    private void proveKeys() {
        if (input.first().isPresent() && input.position() == 0) {
            try (var all = file.open()) {
                new ReprocessedKeys(
                                work, new ReprocessedRows(work, input.first().get()), judge)
                        .prove(all, file.translator(all));
            } catch (IOException unreadable) {
                throw UnreadableSource.of(unreadable);
            }
        }
    }

    /** The first look goes through the rows that are open already. */
    private final class Opened implements RepeatScan.Opening {
        private boolean taken;

        @Override
        public RowSource open() throws IOException {
            boolean first = !taken;
            taken = true;
            return first ? rows : file.open();
        }

        @Override
        public Translator translator(RowSource source) {
            return file.translator(source);
        }
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
        ready.addAll(serials.accept(input, rowJudge.believed(some)));
        return !ready.isEmpty();
    }

    private SourceState state() {
        if (!ended || !ready.isEmpty() || closed) {
            return SourceState.TAKEN; // a file that was closed while it was read looks damaged
        }
        rows.remarks().forEach(this::tell);
        translator.remarks().forEach(this::tell);
        rows.damage().ifPresent(why -> work.notice(input.archivedAs(), Message.FILE_DAMAGED, position, why));
        return rows.damage().isPresent() ? SourceState.UNREADABLE : SourceState.DONE;
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
            serials.look(input);
            rows = file.open();
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
