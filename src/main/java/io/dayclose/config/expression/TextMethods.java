package io.dayclose.config.expression;

import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be asked of a text. An empty cell is the text without a character. */
final class TextMethods {
    /** What a method makes of a text and the values in its brackets. */
    @FunctionalInterface
    private interface Rule {
        /** @throws ArithmeticException when there is no result */
        Object of(String text, List<@Nullable Object> values);
    }

    private record Method(Set<Integer> values, Rule rule) {}

    private static final Map<String, Method> ALL = Map.ofEntries(
            Map.entry("trim", new Method(Set.of(0), (text, values) -> text.strip())),
            Map.entry("strip", new Method(Set.of(0), (text, values) -> text.strip())),
            Map.entry("length", new Method(Set.of(0), (text, values) -> BigDecimal.valueOf(text.length()))),
            Map.entry("isEmpty", new Method(Set.of(0), (text, values) -> text.isEmpty())),
            Map.entry("toUpperCase", new Method(Set.of(0), (text, values) -> text.toUpperCase(Locale.ROOT))),
            Map.entry("toLowerCase", new Method(Set.of(0), (text, values) -> text.toLowerCase(Locale.ROOT))),
            Map.entry("startsWith", new Method(Set.of(1), (text, values) -> text.startsWith(text(values, 0)))),
            Map.entry("endsWith", new Method(Set.of(1), (text, values) -> text.endsWith(text(values, 0)))),
            Map.entry("contains", new Method(Set.of(1), (text, values) -> text.contains(text(values, 0)))),
            Map.entry("substring", new Method(Set.of(1, 2), TextMethods::part)),
            Map.entry("replace", new Method(Set.of(2), TextMethods::replaced)));

    private TextMethods() {}

    static Term of(String name, Term of, List<Term> values) {
        var method = ALL.get(name);
        if (method == null) {
            var known = new TreeSet<>(ALL.keySet());
            throw new BadExpression(Message.EXPRESSION_FUNCTION, "." + name + "()", String.join(", ", known));
        }
        if (!method.values().contains(values.size())) {
            var wanted =
                    new TreeSet<>(method.values()).stream().map(String::valueOf).collect(Collectors.joining("/"));
            throw new BadExpression(Message.EXPRESSION_VALUES, "." + name + "()", wanted, values.size());
        }
        return row -> called(name, method, of.value(row), values(values, row));
    }

    private static List<@Nullable Object> values(List<Term> terms, Row row) {
        return terms.stream().<@Nullable Object>map(term -> term.value(row)).collect(Collectors.toList());
    }

    private static Object called(String name, Method method, @Nullable Object of, List<@Nullable Object> values) {
        try {
            return method.rule().of(of == null ? "" : text(of), values);
        } catch (ArithmeticException noResult) {
            throw new Uncomputable(Written.of(of) + "." + Functions.call(name, values));
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new ArithmeticException("no text");
    }

    private static String text(List<@Nullable Object> values, int index) {
        return text(values.get(index));
    }

    private static Object part(String text, List<@Nullable Object> values) {
        int from = place(values.get(0));
        int to = values.size() > 1 ? place(values.get(1)) : text.length();
        if (text.isEmpty()) {
            return text;
        }
        if (from > to || to > text.length()) {
            throw new ArithmeticException("beyond the text");
        }
        return text.substring(from, to);
    }

    private static int place(@Nullable Object value) {
        if (value instanceof BigDecimal number && number.signum() >= 0) {
            return number.intValueExact();
        }
        throw new ArithmeticException("no place");
    }

    /** Looked at before it is made: what is put in for nothing makes a text grow without end. */
    private static Object replaced(String text, List<@Nullable Object> values) {
        var old = text(values, 0);
        var with = text(values, 1);
        if (old.isEmpty()) {
            throw new ArithmeticException("nothing to replace");
        }
        long found = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            found++;
        }
        if (text.length() + found * (with.length() - old.length()) > Arithmetic.LONGEST_TEXT) {
            throw new ArithmeticException("too long");
        }
        return text.replace(old, with);
    }
}
