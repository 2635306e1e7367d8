package io.dayclose.intake.repeat;

import io.dayclose.config.feed.Feed.Repeats;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Decision;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.RecordValidator;
import io.dayclose.intake.parse.Parsed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that stand in a file with different contents, and what becomes of their rows: which of them is right nobody
 * can tell, so all go back, unless the feed says that the last one counts or that they are parts of one record.
 * Cancellations are no contents: a sale and its cancellation may stand in one file.
 */
public final class RepeatedKeys {
    private final FeedSchema schema;
    private final Repeats repeats;
    private final Map<String, RepeatedRows> rows = new HashMap<>();
    private List<String> tables = List.of();

    RepeatedKeys(FeedSchema schema, Repeats repeats) {
        this.schema = schema;
        this.repeats = repeats;
    }

    /** Notes a row of a key that may have others. */
    void note(String key, Parsed parsed, long place) {
        rows.computeIfAbsent(key, any -> new RepeatedRows(schema, repeats)).add(parsed, place);
    }

    /**
     * Forgets the keys whose rows all say the same.
     *
     * @param names of the tables the rows stand in, where there are several
     */
    RepeatedKeys found(List<String> names) {
        tables = names;
        rows.values().removeIf(each -> !each.matters());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Puts the sum of all parts into the first of them; the others say nothing of their own. */
    public void addUp(Parsed parsed, String key, long place) {
        var all = repeats == Repeats.SUM ? rows.get(key) : null;
        if (all != null && !all.clashes()) {
            all.put(parsed, place);
        }
    }

    /** What becomes of a row among the others of its key. */
    public ValidatedRecord settle(ValidatedRecord judged, long place, RecordValidator judge) {
        var all = rows.get(judged.key());
        boolean refused = judged.decision() == Decision.REFUSED;
        if (all == null || refused || "Y".equals(cancels(judged))) {
            return judged;
        }
        if (all.clashes()) {
            var column = schema.key().get(0);
            return judge.returned(
                    judged,
                    new Fault(
                            Reason.DUPLICATE_KEY,
                            column,
                            judged.key(),
                            all.others(judged.origin().line(), tables)));
        }
        return all.counts(place)
                ? judged
                : (repeats == Repeats.SUM ? judged.worth(BigDecimal.ZERO) : judged).decidedAs(Decision.DUPLICATE, null);
    }

    private String cancels(ValidatedRecord judged) {
        int index = schema.index("void");
        return index < 0 ? "" : String.valueOf(judged.values()[index]);
    }
}
