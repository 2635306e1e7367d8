package io.dayclose.intake.fact;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Judged;
import io.dayclose.intake.Remark;
import io.dayclose.intake.check.Judge;
import io.dayclose.intake.control.ControlledRows;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.UnreadableFile;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.read.Wanted;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.SourceStore;
import io.dayclose.text.Message;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of a file, read, parsed, judged and encoded ahead on a thread of their own. */
final class FileBlocks implements Blocks {
    private static final int HEADER_SHOWN = 200;

    private final FeedNight work;
    private final FeedInput input;
    private final Judge judge;
    private final RowSource rows;
    private final Translator translator;
    private final Optional<MendedRows> mended;
    private final BlockBuilder builder;
    private final Prefetch<Block> prefetch;
    private long position;
    private @Nullable Judged carried;
    private boolean ended;

    /** @throws UnreadableSource when the file cannot be opened or lacks a column that every row needs */
    FileBlocks(FeedNight work, FeedInput input, Judge judge) {
        var feed = work.feed();
        this.work = work;
        this.input = input;
        this.judge = judge;
        var effective = effective(feed, input);
        try {
            var file = work.home().files().resolve(input.archivedAs());
            rows = ControlledRows.open(file, effective, wanted(effective, input));
        } catch (IOException unreadable) {
            throw new UnreadableSource(
                    Message.FILE_UNREADABLE, UnreadableFile.of(unreadable).why());
        }
        Translator.twice(effective, rows.header()).ifPresent(twice -> {
            throw new UnreadableSource(Message.HEADER_TWICE, twice.first(), twice.second(), twice.column());
        });
        translator =
                Translator.of(effective, rows.header(), Locality.of(work.home().company()));
        translator.missing().map(Column::name).or(translator::unnamed).ifPresent(name -> {
            throw new UnreadableSource(Message.HEADER_MISSING, name, feed.name(), found(rows));
        });
        if (input.kind() == FeedInput.Kind.FILE) {
            new SourceStore(work.jdbc())
                    .describe(input.id(), rows.tables(), Translator.nearHeaders(effective, rows.header()));
        }
        if (input.kind() == FeedInput.Kind.MENDED && MendedFeed.number(rows.header()) < 0) {
            throw new UnreadableSource(Message.HEADER_MISSING, MendedFeed.NUMBER, feed.name(), found(rows));
        }
        mended = input.kind() == FeedInput.Kind.MENDED
                ? Optional.of(new MendedRows(work, input, judge, rows.header()))
                : Optional.empty();
        builder = new BlockBuilder(work, Optional.of(input));
        prefetch = new Prefetch<>("read-" + feed.name(), this::read);
    }

    /** The feed as this source writes it. */
    private static Feed effective(Feed feed, FeedInput input) {
        if (input.kind() == FeedInput.Kind.MENDED) {
            return MendedFeed.of(feed);
        }
        return feed.source() instanceof FeedSource.Query ? QueryFeed.of(feed) : feed;
    }

    /** Every row that we or a query wrote is a record, whatever it lacks. */
    private static Wanted wanted(Feed feed, FeedInput input) {
        return input.kind() == FeedInput.Kind.QUERY
                ? Wanted.ofRecords(feed)
                : Wanted.of(feed).on(input.kind() == FeedInput.Kind.MENDED ? input.sheet() : Optional.empty());
    }

    /** The header that was found, for people to see what was taken for it. */
    private static String found(RowSource rows) {
        var header = String.join(", ", rows.header());
        return header.length() > HEADER_SHOWN ? header.substring(0, HEADER_SHOWN) + "…" : header;
    }

    private @Nullable Block read() throws IOException {
        if (ended) {
            return null;
        }
        skipTaken();
        while (!builder.isFull()) {
            var judged = carried != null ? carried : judgeNext();
            carried = null;
            if (judged == null) {
                ended = true;
                break;
            }
            if (!builder.takes(judged)) {
                carried = judged;
                break;
            }
            position++;
            builder.add(judged);
        }
        var block = builder.build(judge.learned(), position, state());
        block.facts().encode();
        return block;
    }

    private @Nullable Judged judgeNext() throws IOException {
        var row = rows.next();
        if (row == null) {
            return null;
        }
        var judged = mended.map(each -> each.judge(row))
                .orElseGet(() -> judge.judge(
                        translator.translate(row), new Judged.Origin(input.id(), row.line(), input.id()), 0));
        return input.sender().map(judged::from).orElse(judged);
    }

    private String state() {
        if (!ended) {
            return "TAKEN";
        }
        rows.remarks().forEach(this::tell);
        translator.remarks().forEach(this::tell);
        rows.damage().ifPresent(why -> work.notice(input.archivedAs(), Message.FILE_DAMAGED, position, why));
        return rows.damage().isPresent() ? "UNREADABLE" : "DONE";
    }

    private void tell(Remark remark) {
        work.notice(input.archivedAs(), remark.message(), remark.values().toArray());
    }

    private void skipTaken() throws IOException {
        while (position < input.position()) {
            var row = rows.next();
            if (row == null) {
                return;
            }
            translator.skip(row);
            position++;
        }
    }

    @Override
    public @Nullable Block next() {
        return prefetch.take();
    }

    @Override
    public void close() {
        prefetch.close();
        try {
            rows.close();
        } catch (IOException alreadyGone) {
            // nothing was written to it
        }
    }
}
