package io.dayclose.intake.repeat;

import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.Prefetch;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through all rows of a file before the first of them is taken in. */
final class RowWalk {
    private static final int BUNDLE = 1_000;

    private final String name;
    private final RepeatScan.Opening opening;
    private final Predicate<SourceRow> wanted;

    /** @param wanted tells the rows that say anything at all */
    RowWalk(String name, RepeatScan.Opening opening, Predicate<SourceRow> wanted) {
        this.name = name;
        this.opening = opening;
        this.wanted = wanted;
    }

    /** What is done with a row; its place counts all rows of the file. */
    interface Use {
        void of(Translator translator, SourceRow row, long place);
    }

    /** Returns the names of the file's tables, where there are several. */
    List<String> each(Use use) throws IOException {
        try (var rows = opening.open()) {
            var translator = opening.translator(rows);
            var tables = rows.tables();
            try (var ahead = new Prefetch<>("look-" + name, () -> some(rows))) {
                use(translator, ahead, use);
            }
            return tables;
        }
    }

    private void use(Translator translator, Prefetch<List<SourceRow>> ahead, Use use) {
        long place = 0;
        for (var some = ahead.take(); some != null; some = ahead.take()) {
            for (var row : some) {
                if (!row.damaged() && wanted.test(row)) {
                    use.of(translator, row, place);
                }
                place++;
            }
        }
    }

    /** Rows are read in bundles by one thread while another looks at those before: nothing is written before the last was looked at. */
    private static @Nullable List<SourceRow> some(RowSource rows) throws IOException {
        var some = new ArrayList<SourceRow>(BUNDLE);
        for (var row = rows.next(); row != null; row = rows.next()) {
            some.add(row);
            if (some.size() == BUNDLE) {
                return some;
            }
        }
        return some.isEmpty() ? null : some;
    }
}
