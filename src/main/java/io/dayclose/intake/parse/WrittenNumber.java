package io.dayclose.intake.parse;

import io.dayclose.intake.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A figure and what people write around it: a sign before or behind, brackets for a negative one, the currency on either
 * side. Each may stand there once; two signs, or two currencies, say nothing anybody could rely on.
 */
public record WrittenNumber(String figure, boolean negative) {
    private static final String YUAN = "人民币|RMB|CNY|¥";
    private static final Pattern BEFORE = Pattern.compile("(?:(" + YUAN + ")|(\\$)) *(.*)");
    private static final Pattern BEHIND = Pattern.compile("(.*?) *(?:(" + YUAN + "|元|圆)|(\\$))");

    /** The figure of a narrow text, or nothing when what stands around it cannot be understood. */
    static Optional<WrittenNumber> of(String text) {
        var undressing = new Undressing(text);
        while (undressing.takesOff()) {
            // one piece after the other, from outside to inside
        }
        return undressing.result();
    }

    private static final class Undressing {
        private String rest;
        private String signs = "";
        private int before;
        private int behind;
        private boolean yuan;
        private boolean dollar;

        Undressing(String text) {
            rest = text.toUpperCase(Locale.ROOT);
        }

        boolean takesOff() {
            var start = rest;
            rest = Blanks.strip(rest);
            takeSign();
            takeBefore();
            takeBehind();
            return !rest.equals(start);
        }

        private void takeSign() {
            if (rest.length() < 2) {
                return;
            }
            char first = rest.charAt(0);
            char last = rest.charAt(rest.length() - 1);
            if (first == '-' || first == '+') {
                signs += first;
                rest = rest.substring(1);
            } else if (last == '-') {
                signs += last;
                rest = rest.substring(0, rest.length() - 1);
            } else if (first == '(' && last == ')') {
                signs += '-';
                rest = rest.substring(1, rest.length() - 1);
            }
        }

        private void takeBefore() {
            var found = BEFORE.matcher(rest);
            if (found.matches()) {
                before++;
                yuan |= found.group(1) != null;
                dollar |= found.group(2) != null;
                rest = found.group(3);
            }
        }

        private void takeBehind() {
            var found = BEHIND.matcher(rest);
            if (found.matches()) {
                behind++;
                yuan |= found.group(2) != null;
                dollar |= found.group(3) != null;
                rest = found.group(1);
            }
        }

        /** Both the word and the sign of the currency may stand before a figure, as in 人民币￥12. */
        Optional<WrittenNumber> result() {
            boolean clear = signs.length() <= 1 && before <= 2 && behind <= 1 && !(yuan && dollar);
            return clear ? Optional.of(new WrittenNumber(rest, signs.equals("-"))) : Optional.empty();
        }
    }
}
