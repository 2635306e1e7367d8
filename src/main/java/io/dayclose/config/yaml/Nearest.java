package io.dayclose.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word nearest to a misspelt one, for "write … instead". */
public final class Nearest {
    private Nearest() {}

    public static String to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .orElse("");
    }

    /** The known word that an unknown one is nearly: at most one letter in four is wrong, and never more than two. */
    public static Optional<String> slip(String word, Collection<String> known) {
        return known.contains(word)
                ? Optional.empty()
                : known.stream()
                        .filter(each -> distance(word, each) <= Math.min(2, word.length() / 4))
                        .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    /** The Levenshtein distance: how many letters to change, add or drop. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            before = row(a.charAt(i - 1), b, before, i);
        }
        return before[b.length()];
    }

    private static int[] row(char letter, String b, int[] before, int i) {
        int[] now = new int[b.length() + 1];
        now[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int change = before[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            now[j] = Math.min(change, 1 + Math.min(now[j - 1], before[j]));
        }
        return now;
    }
}
