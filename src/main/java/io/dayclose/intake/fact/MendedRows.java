package io.dayclose.intake.fact;

import io.dayclose.intake.Decision;
import io.dayclose.intake.Fault;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Judged;
import io.dayclose.intake.Reason;
import io.dayclose.intake.check.Judge;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.SourceRow;
import java.util.Arrays;
import java.util.List;

/**
 * Judges rows that people mended: a row left as it was says nothing new, a mended one takes the place of its voucher, and
 * one whose voucher has been settled meanwhile is refused by name, lest an old workbook undo a newer record.
 */
final class MendedRows {
    private final FeedInput input;
    private final VoucherStore vouchers;
    private final Judge judge;
    private final int number;

    MendedRows(FeedNight work, FeedInput input, Judge judge, List<String> header) {
        this.input = input;
        this.judge = judge;
        vouchers = new VoucherStore(work);
        number = MendedFeed.number(header);
    }

    Judged judge(SourceRow row, Parsed parsed) {
        var origin = new Judged.Origin(input.id(), row.line(), input.id());
        var text = number < 0 || row.damaged() ? "" : row.cells()[number].strip();
        var state = vouchers.state(text.matches("\\d{1,18}") ? Long.parseLong(text) : 0);
        if (state.filter(voucher -> Arrays.equals(voucher.texts(), parsed.texts()))
                .isPresent()) {
            return judge.judge(parsed, origin, 0).decidedAs(Decision.DUPLICATE, null);
        }
        if (state.filter(VoucherStore.State::open).isPresent()) {
            return judge.judge(parsed, origin, Long.parseLong(text));
        }
        var fault = new Fault(Reason.ALREADY_SETTLED, MendedFeed.NUMBER, text);
        return judge.judge(parsed, origin, 0).decidedAs(Decision.REFUSED, fault);
    }
}
