package io.dayclose.intake.repeat;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which serial numbers stand only once in all that a night brings: nothing of this night can contradict those. Sixteen bytes a number;
 * two numbers of one hash count as one that stands twice.
 */
public final class SeenSerials {
    private final SeenKeys seen = new SeenKeys();
    private final SeenKeys twice = new SeenKeys();
    private final int serial;
    private final int[] looked;
    private long places;

    public SeenSerials(FeedSchema sale) {
        serial = sale.index("serial_no");
        looked = new int[] {serial};
    }

    /** Looks through a file. */
    public void scan(String name, RepeatScan.Opening opening) throws IOException {
        new RowWalk(name, opening, row -> true).each((translator, row, place) -> see(number(translator, row)));
    }

    private @Nullable String number(Translator translator, SourceRow row) {
        return (String) translator.translate(row, looked).values()[serial];
    }

    /** Notes that a number stands somewhere. */
    public void see(@Nullable String number) {
        if (number != null && seen.differs(SeenKeys.hash(0, number), places++)) {
            twice.differs(SeenKeys.hash(0, number), 0);
        }
    }

    /** Whether a number was seen at most once. */
    public boolean isAlone(String number) {
        return !twice.has(SeenKeys.hash(0, number));
    }
}
