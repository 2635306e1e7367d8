package io.dayclose.config;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentence that says the answer of a report, with figures in it: <code>{field}</code> of its figures, <code>{+field}</code> with its
 * sign, <code>{#Sheet}</code> the rows of a sheet. What stands in square brackets is left out when a figure in it is nothing.
 */
public record Headline(Bilingual text) {
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern FIGURE = Pattern.compile("\\{([+#]?)([^{}]+)}");

    /** A figure that a sentence names. */
    public record Named(Kind kind, String name) {
        /** How it is named. */
        public enum Kind {
            FIGURE,
            SIGNED,
            ROWS
        }
    }

    /**
     * A figure as it is said.
     *
     * @param nothing whether it is empty or zero
     */
    public record Said(String text, boolean nothing) {}

    /** All figures that it names, in either language. */
    public Set<Named> figures() {
        var all = new LinkedHashSet<Named>();
        Stream.of(text.zh(), text.en())
                .forEach(each ->
                        FIGURE.matcher(each).results().map(Headline::named).forEach(all::add));
        return all;
    }

    private static Named named(MatchResult found) {
        var kind =
                switch (found.group(1)) {
                    case "+" -> Named.Kind.SIGNED;
                    case "#" -> Named.Kind.ROWS;
                    default -> Named.Kind.FIGURE;
                };
        return new Named(kind, found.group(2));
    }

    /** The sentence in a language. */
    public String say(Language language, Function<Named, Said> figures) {
        var whole = PART.matcher(text.in(language)).replaceAll(part -> quoted(part(part.group(1), figures)));
        return fill(whole, figures);
    }

    private static String part(String text, Function<Named, Said> figures) {
        boolean nothing = FIGURE.matcher(text).results().anyMatch(found -> figures.apply(named(found))
                .nothing());
        return nothing ? "" : text;
    }

    private static String fill(String text, Function<Named, Said> figures) {
        return FIGURE.matcher(text)
                .replaceAll(found -> quoted(figures.apply(named(found)).text()));
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    /** The first statement of a sentence, for a subject. */
    public static String firstOf(String sentence) {
        return List.of(sentence.split("[；;。]", 2)).get(0).strip();
    }
}
