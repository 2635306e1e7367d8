package io.dayclose.intake.parse;

import io.dayclose.config.feed.Column;
import io.dayclose.intake.Remark;
import io.dayclose.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is seen while cells are read and told once of their source: it costs no row, but somebody should know. */
final class Noticed {
    private static final int MOST_EXAMPLES = 5;

    private final Map<String, Remark> fractions = new LinkedHashMap<>();
    private final Map<String, Set<String>> strange = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    /** A code that came from a column of numbers. */
    void fraction(Column column, String written, String read) {
        fractions.computeIfAbsent(
                column.name(), any -> Remark.of(Message.CODE_WITH_FRACTION, column.name(), written, read));
    }

    /** A word that is none of those the program knows, in a column that takes others too. */
    void strange(Column column, String word) {
        var words = strange.computeIfAbsent(column.name(), any -> new LinkedHashSet<>());
        if (words.size() <= MOST_EXAMPLES && words.add(word)) {
            known.put(column.name(), String.join(", ", column.words()));
        }
    }

    List<Remark> remarks() {
        var remarks = new ArrayList<>(fractions.values());
        strange.forEach((column, words) -> {
            var shown = String.join(", ", words.stream().limit(MOST_EXAMPLES).toList());
            var text = words.size() > MOST_EXAMPLES ? shown + " …" : shown;
            remarks.add(Remark.of(Message.UNKNOWN_WORD, column, text, known.getOrDefault(column, "")));
        });
        return remarks;
    }
}
