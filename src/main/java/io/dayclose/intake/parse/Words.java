package io.dayclose.intake.parse;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.ColumnType;
import io.dayclose.intake.Blanks;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people write for the words a column takes. A word counts as it is declared; where only case and width differ it
 * counts too, unless two words with different meanings differ in nothing else.
 */
final class Words {
    private static final Map<String, String> FLAGS =
            Map.of("YES", "Y", "TRUE", "Y", "1", "Y", "是", "Y", "NO", "N", "FALSE", "N", "0", "N", "否", "N");

    private static final String SEVERAL = "";

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    Words(Column column, Map<String, String> declared) {
        var declaredFolded = new HashMap<String, String>();
        column.words().forEach(word -> exact.put(word, word));
        column.words().forEach(word -> folded.put(fold(word), word));
        if (column.type() == ColumnType.FLAG) {
            folded.putAll(FLAGS);
        }
        declared.forEach((word, ours) -> {
            exact.putIfAbsent(ours, ours);
            exact.put(word, ours);
            declaredFolded.merge(fold(word), ours, (one, other) -> one.equals(other) ? one : SEVERAL);
        });
        folded.putAll(declaredFolded);
    }

    /** Our word for what stands there; empty when there is none, or more than one. */
    Optional<String> find(String text) {
        return Optional.ofNullable(exact.get(text))
                .or(() -> Optional.ofNullable(folded.get(fold(text))).filter(word -> !word.equals(SEVERAL)));
    }

    private static String fold(String word) {
        return Blanks.strip(Normalizer.normalize(word, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
    }
}
