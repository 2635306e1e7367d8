package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Decision;
import io.dayclose.intake.Fault;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.check.SaleColumns;
import io.dayclose.intake.check.StaleDates;
import io.dayclose.intake.fact.VoucherStore.State;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.text.RowCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges rows that people mended. A row that comes back as it went says nothing new; a mended one is a record like any
 * other that takes the place of its voucher; one whose voucher has been settled meanwhile, or whose new key is another
 * record's, is refused by name, lest an old workbook or a slip of the hand undo what is right.
 */
public final class CorrectedRows {
    /** The voucher's number and the check of the row as it went out. */
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,18})-([0-9a-f]{8})");

    private final FeedSchema schema;
    private final FeedInput input;
    private final VoucherStore vouchers;
    private final FactStore facts;
    private final RecordValidator judge;
    private final Translator translator;
    private final StaleDates stale;
    private final int number;
    private final int width;

    CorrectedRows(FeedNight work, FeedInput input, RecordValidator judge, List<String> header) {
        schema = work.schema();
        this.input = input;
        this.judge = judge;
        vouchers = new VoucherStore(work);
        facts = new FactStore(work.jdbc(), work.schema());
        translator = Translator.of(
                CorrectedFeed.of(work.feed()), header, Locality.of(work.home().company()));
        stale = new StaleDates(work.feed(), work.night());
        number = CorrectedFeed.number(header);
        width = header.size();
    }

    ValidatedRecord judge(SourceRow whole) {
        var row = withoutRemarks(whole);
        var parsed = translator.translate(row);
        var judged = judge.judge(parsed, new ValidatedRecord.Origin(input.id(), row.line(), input.id()), 0);
        var text = row.damaged() ? "" : row.cells()[number].strip();
        var found = NUMBER.matcher(text);
        if (!found.matches()) {
            return refused(
                    judged, row.damaged() ? judged.fault() : new Fault(Reason.MISSING_KEY, CorrectedFeed.NUMBER, text));
        }
        if (isAsItWent(found.group(2), parsed)) {
            return judged.decidedAs(Decision.DUPLICATE, null);
        }
        long id = Long.parseLong(found.group(1));
        var state = vouchers.state(id);
        var from = state.map(State::branch).map(judged::from).orElse(judged);
        return state.filter(State::open).isPresent() ? mended(from, id, state.get()) : settled(from, text);
    }

    private static boolean isAsItWent(String check, Parsed parsed) {
        return check.equals(RowCheck.of(Arrays.asList(parsed.canonicalTexts())));
    }

    /** Whether somebody has changed a row: one that comes back as it went says nothing. */
    boolean isMended(SourceRow whole) {
        var row = withoutRemarks(whole);
        var found = NUMBER.matcher(row.damaged() ? "" : row.cells()[number].strip());
        return found.matches() && !isAsItWent(found.group(2), translator.translate(row));
    }

    /** What people write beside a row is not part of it. */
    private SourceRow withoutRemarks(SourceRow row) {
        return row.damaged() && row.cells().length > width
                ? new SourceRow(row.line(), Arrays.copyOf(row.cells(), width), false)
                : row;
    }

    private ValidatedRecord mended(ValidatedRecord judged, long id, State state) {
        if (judged.decision() == Decision.REFUSED) {
            return judged;
        }
        boolean taken = !judged.key().equals(state.key())
                && (vouchers.isOpen(judged.key()) || known(judged).isPresent());
        return taken
                ? refused(judged, new Fault(Reason.KEY_TAKEN, CorrectedFeed.NUMBER, judged.key(), state.key()))
                : (state.stale() && stale.isStale(judged) ? judge.returned(judged, stale.fault(judged)) : judged)
                        .insteadOf(id);
    }

    /** Sent once more after it was taken in: nothing new. Anything else would undo what came since. */
    private ValidatedRecord settled(ValidatedRecord judged, String number) {
        boolean same = vouchers.waitsAlready(judged)
                || known(judged)
                        .filter(fact -> FactStore.same(fact.values(), asTaken(judged, fact)))
                        .isPresent();
        return same
                ? judged.decidedAs(Decision.DUPLICATE, null)
                : refused(judged, new Fault(Reason.ALREADY_SETTLED, CorrectedFeed.NUMBER, number));
    }

    /** A return that names only a document says what the fact says that has found its line. */
    private @Nullable Object[] asTaken(ValidatedRecord judged, FactStore.Version fact) {
        return schema.name().equals("sale")
                ? new SaleColumns(schema).asTaken(judged.values(), fact.values())
                : judged.values();
    }

    private Optional<FactStore.Version> known(ValidatedRecord judged) {
        return Optional.ofNullable(
                facts.latest(List.<@Nullable Object[]>of(judged.values())).get(judged.key()));
    }

    private static ValidatedRecord refused(ValidatedRecord judged, @Nullable Fault why) {
        return judged.decidedAs(Decision.REFUSED, why);
    }
}
