package io.dayclose.intake.fact;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.control.ControlledRows;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.Wanted;
import io.dayclose.intake.repeat.RepeatScan;
import io.dayclose.intake.source.FeedInput;
import java.io.IOException;
import java.util.Optional;

/** How a source's bytes are opened, and how its rows become records. */
final class FileOpening implements RepeatScan.Opening {
    private final FeedNight work;
    private final FeedInput input;
    private final Feed effective;

    FileOpening(FeedNight work, FeedInput input) {
        this.work = work;
        this.input = input;
        effective = effective(work.feed(), input);
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

    /** The feed as this source writes it. */
    Feed feed() {
        return effective;
    }

    @Override
    public RowSource open() throws IOException {
        return ControlledRows.open(work.home().files().resolve(input.archivedAs()), effective, wanted());
    }

    @Override
    public Translator translator(RowSource source) {
        return Translator.of(effective, source.header(), Locality.of(work.home().company()));
    }

    /** Every row that we or a query wrote is a record, whatever it lacks. */
    private Wanted wanted() {
        boolean mended = input.kind() == FeedInput.Kind.MENDED;
        return !mended && isQuery(work.feed(), input)
                ? Wanted.ofRecords(effective)
                : Wanted.of(effective).on(mended ? input.sheet() : Optional.empty());
    }
}
