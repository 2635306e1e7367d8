package io.dayclose.intake.repeat;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Feed.Repeats;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.config.feed.KeyColumns;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.SourceRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a file for keys that stand in it more than once: a first time at hashes of its keys alone, and a second
 * time, only when some came twice with other contents, at those rows themselves.
 */
public final class RepeatScan {
    private final FeedSchema schema;
    private final Repeats repeats;
    private final RowWalk walk;
    private final KeyColumns key;
    private final int voidColumn;
    private final int[] looked;
    private List<String> tables = List.of();

    /** Opens the rows of the file from the beginning, and says how they become records. */
    public interface Opening {
        RowSource open() throws IOException;

        Translator translator(RowSource rows);
    }

    /**
     * @param feed as the file writes it
     * @param wanted tells the rows that say anything at all
     */
    public RepeatScan(Feed feed, Repeats repeats, Opening opening, Predicate<SourceRow> wanted) {
        schema = feed.schema();
        this.repeats = repeats;
        walk = new RowWalk(schema.name(), opening, wanted);
        key = new KeyColumns(schema);
        voidColumn = schema.index("void");
        looked = IntStream.concat(Arrays.stream(key.indexes()), IntStream.of(voidColumn))
                .filter(column -> column >= 0)
                .toArray();
    }

    public RepeatedKeys find() throws IOException {
        var found = new RepeatedKeys(schema, repeats);
        var twice = twice();
        if (!twice.isEmpty()) {
            each((translator, row, place) -> {
                var parsed = translator.translate(row);
                var text = keyOf(parsed);
                if (text != null && twice.has(SeenKeys.hash(0, text))) {
                    found.note(text, parsed, place);
                }
            });
        }
        return found.found(tables);
    }

    /** The keys that were seen again with other contents; where rows are added up, with any. */
    private SeenKeys twice() throws IOException {
        var seen = new SeenKeys();
        var twice = new SeenKeys();
        var contents = new RowHash();
        each((translator, row, place) -> {
            var text = keyOf(translator, row);
            if (text != null) {
                long hash = SeenKeys.hash(0, text);
                if (seen.differs(hash, repeats == Repeats.SUM ? place : contents.of(row.cells()))) {
                    twice.differs(hash, 0);
                }
            }
        });
        return twice;
    }

    /** Most keys are as plain as they are kept; making values of a million others first would take as long as reading them. */
    private @Nullable String keyOf(Translator translator, SourceRow row) {
        var plain = translator.plainKey(row, key);
        return plain != null ? plain : keyOf(translator.translate(row, looked));
    }

    private void each(RowWalk.Use use) throws IOException {
        tables = walk.each(use);
    }

    /** The key of a row, null of one whose key cannot be read and of a cancellation. */
    private @Nullable String keyOf(Parsed parsed) {
        var values = parsed.values();
        for (int column : key.indexes()) {
            boolean empty = values[column] == null;
            if (empty && (!schema.columns().get(column).optional() || !parsed.texts()[column].isEmpty())) {
                return null;
            }
        }
        boolean cancels = voidColumn >= 0 && "Y".equals(values[voidColumn]);
        return cancels ? null : key.text(values);
    }
}
