package io.dayclose.intake.repeat;

import io.dayclose.config.feed.Feed.Repeats;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.read.RowSource;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one key in one file: where they stand, and whether they say the same. */
final class RepeatedRows {
    /** Enough lines to find the rows by; a key on a thousand lines is a column that is no key. */
    private static final int NAMED = 4;

    /** A sum beyond what an amount's column holds cannot be meant. */
    private static final BigDecimal MOST = new BigDecimal("1E16");

    private final FeedSchema schema;
    private final Repeats repeats;
    private final Set<Long> lines = new LinkedHashSet<>();
    private long first = -1;
    private long last = -1;
    private long content;
    private boolean differ;
    private boolean unaddable;
    private int rows;
    private final @Nullable Object @Nullable [] sums;

    RepeatedRows(FeedSchema schema, Repeats repeats) {
        this.schema = schema;
        this.repeats = repeats;
        sums = repeats == Repeats.SUM ? new Object[schema.columns().size()] : null;
    }

    void add(Parsed parsed, long place) {
        long now = content(parsed);
        boolean another = rows++ > 0 && now != content;
        if (first < 0) {
            first = place;
            content = now;
        }
        differ |= another;
        last = place;
        if ((another || rows == 1) && lines.size() < NAMED) {
            lines.add(parsed.line());
        }
        if (sums != null) {
            unaddable |= !parsed.faults().isEmpty();
            add(parsed, sums);
        }
    }

    private void add(Parsed parsed, @Nullable Object[] into) {
        for (int i = 0; i < into.length; i++) {
            if (schema.addsUp(schema.columns().get(i).name())) {
                into[i] = sum(into[i], parsed.values()[i]);
                unaddable |= into[i] instanceof BigDecimal sum && sum.abs().compareTo(MOST) >= 0;
            }
        }
    }

    private @Nullable Object sum(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            unaddable |= ((x ^ sum) & (y ^ sum)) < 0;
            return sum;
        }
        return ((BigDecimal) a).add((BigDecimal) b);
    }

    /** Whether anything has to be done about these rows; one that stands twice with the same contents is a plain duplicate. */
    boolean matters() {
        return repeats == Repeats.SUM ? rows > 1 : differ;
    }

    /** Whether nobody can tell which row is right. */
    boolean clashes() {
        return repeats == Repeats.RETURN || repeats == Repeats.SUM && (differ || unaddable);
    }

    /** Whether the row at a place is the one that counts: the last, or the one that holds the sum. */
    boolean counts(long place) {
        return place == (repeats == Repeats.SUM ? first : last);
    }

    /** The lines of the others, the first few of them. */
    String others(long line, List<String> tables) {
        return lines.stream()
                .filter(each -> each != line)
                .limit(NAMED - 1L)
                .map(each -> RowSource.place(tables, each))
                .collect(Collectors.joining(", "));
    }

    void put(Parsed parsed, long place) {
        for (int i = 0; sums != null && place == first && i < sums.length; i++) {
            var sum = sums[i];
            if (sum != null) {
                parsed.values()[i] = sum;
                parsed.texts()[i] = sum instanceof BigDecimal amount ? amount.toPlainString() : sum.toString();
            }
        }
    }

    /** A hash of what the row says; where rows are added up, of what does not add up. Amounts by value, not by their zeros. */
    private long content(Parsed parsed) {
        long hash = 0;
        for (int i = 0; i < parsed.values().length; i++) {
            if (repeats != Repeats.SUM || !schema.addsUp(schema.columns().get(i).name())) {
                hash = SeenKeys.hash(hash, text(parsed.values()[i], parsed.texts()[i]));
            }
        }
        return hash;
    }

    private static String text(@Nullable Object value, String text) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value == null || value.equals(FeedSchema.ALWAYS) ? value == null ? text : "" : value.toString();
    }
}
