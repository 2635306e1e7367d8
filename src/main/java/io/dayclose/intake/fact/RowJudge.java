package io.dayclose.intake.fact;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Feed.Repeats;
import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.check.StaleDates;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.intake.repeat.RepeatScan;
import io.dayclose.intake.repeat.RepeatedKeys;
import io.dayclose.intake.source.FeedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one file: each by itself, among the rows of its key, and by its date. Rows that are derived anew
 * keep the source and line they first came from, so that what has come since stands before them.
 */
final class RowJudge {
    private final FeedInput input;
    private final RecordValidator judge;
    private final Translator translator;
    private final Optional<CorrectedRows> mended;
    private final Optional<ReprocessedRows> again;
    private final Optional<StaleDates> stale;
    private final FactStore facts;
    private final Feed feed;
    private final Repeats repeats;
    private @Nullable RepeatedKeys repeated;

    /** @param feed as the file writes it */
    RowJudge(FeedNight work, FeedInput input, RecordValidator judge, Reading reading) {
        this.input = input;
        this.judge = judge;
        feed = reading.feed();
        translator = reading.translator();
        boolean isMended = input.kind() == FeedInput.Kind.MENDED;
        mended = isMended ? Optional.of(new CorrectedRows(work, input, judge, reading.header())) : Optional.empty();
        again = input.first().map(first -> new ReprocessedRows(work, first));
        var night = input.first().map(FeedInput.First::night).orElse(work.night());
        stale = isMended || work.manner().takesOld()
                ? Optional.empty()
                : Optional.of(new StaleDates(work.feed(), night));
        facts = new FactStore(work.jdbc(), work.schema());
        repeats = isMended ? Repeats.RETURN : work.feed().rules().repeats();
    }

    /** How a file is read: the feed as it writes it, its header, and what makes records of its rows. */
    record Reading(Feed feed, List<String> header, Translator translator) {}

    /** A judged row and how many rows of the file have been read with it. */
    record Row(ValidatedRecord judged, long position) {}

    /** Whether repeated keys are looked for; of a query the later row is newer and simply counts. */
    boolean scans() {
        return input.kind() != FeedInput.Kind.QUERY
                && input.first().filter(FeedInput.First::query).isEmpty();
    }

    /** Looks for repeated keys before the first row. */
    void scan(RepeatScan.Opening opening) throws IOException {
        var scan = new RepeatScan(feed, repeats, opening, row -> mended.map(each -> each.isMended(row))
                .orElse(true));
        repeated = scan.find();
    }

    /** The row as far as it can be told without the facts; null of one that is not to be derived anew. */
    @Nullable
    ValidatedRecord judge(SourceRow row, long place) {
        if (again.filter(lines -> !lines.wants(row.line())).isPresent()) {
            translator.skip(row);
            return null;
        }
        var judged = mended.map(each -> each.judge(row)).orElseGet(() -> plain(row, place));
        var own = input.sender().map(judged::from).orElse(judged);
        boolean takesPart = mended.isEmpty() || own.replaces() != 0;
        return repeated == null || !takesPart ? own : repeated.settle(own, place, judge);
    }

    private ValidatedRecord plain(SourceRow row, long place) {
        var parsed = translator.translate(row);
        long voucher = again.map(lines -> lines.voucher(row.line())).orElse(0L);
        long source = input.first().map(FeedInput.First::id).orElse(input.id());
        if (repeated != null && !repeated.isEmpty()) {
            repeated.addUp(parsed, judge.key(parsed), place);
        }
        var judged = judge.judge(parsed, new ValidatedRecord.Origin(source, row.line(), input.id()), voucher);
        return again.filter(lines -> lines.isReplaced(row.line())).isPresent()
                ? judged.decidedAs(Decision.DUPLICATE, null)
                : judged;
    }

    /** Returns what is dated too early, unless its key is known: a parcel of the summer may change in winter. */
    List<Row> believed(List<Row> rows) {
        var old = rows.stream().map(Row::judged).filter(this::isOld).toList();
        if (old.isEmpty()) {
            return rows;
        }
        var known = facts.latest(
                old.stream().<@Nullable Object[]>map(ValidatedRecord::values).toList());
        var believed = new ArrayList<>(rows);
        believed.replaceAll(
                row -> isOld(row.judged()) && !known.containsKey(row.judged().key()) ? returned(row) : row);
        return believed;
    }

    private boolean isOld(ValidatedRecord judged) {
        return stale.filter(dates -> dates.isStale(judged)).isPresent();
    }

    private Row returned(Row row) {
        var fault = stale.orElseThrow().fault(row.judged());
        return new Row(judge.returned(row.judged(), fault), row.position());
    }
}
