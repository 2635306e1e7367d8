package io.dayclose.config.expression;

import io.dayclose.money.Rounding;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions of expressions. A function of an empty cell is empty. */
final class Functions {
    static final String OCCURRENCE = "occurrence";
    static final Set<String> COMPUTING = Set.of("abs", "round");
    private static final BigDecimal MOST_DECIMALS = BigDecimal.valueOf(12);

    /** What a function makes of its first value, which is not empty, and of all of them. */
    @FunctionalInterface
    private interface Rule {
        /** @throws ArithmeticException when there is no result */
        @Nullable
        Object of(Row row, Object first, List<@Nullable Object> values);
    }

    private record Function(int values, Rule rule) {}

    private static final Map<String, Function> ALL = Map.of(
            "abs", new Function(1, (row, first, values) -> number(first).abs()),
            "round", new Function(2, (row, first, values) -> Rounding.to(number(first), decimals(values.get(1)))),
            "date", new Function(1, (row, first, values) -> day(row, first)),
            "number",
                    new Function(
                            1,
                            (row, first, values) -> first instanceof String text ? parsed(row, text) : number(first)),
            "text", new Function(1, (row, first, values) -> Written.text(first)));

    private Functions() {}

    static Term of(String name, List<Term> values) {
        if (name.equals(OCCURRENCE)) {
            require(name, 1, values.size());
            return new Occurrence(values.get(0));
        }
        var function = ALL.get(name);
        if (function == null) {
            var known = new TreeSet<>(ALL.keySet());
            known.add(OCCURRENCE);
            throw new BadExpression(Message.EXPRESSION_FUNCTION, name + "()", String.join(", ", known));
        }
        require(name, function.values(), values.size());
        return row -> called(name, function, row, values);
    }

    private static void require(String name, int wanted, int given) {
        if (wanted != given) {
            throw new BadExpression(Message.EXPRESSION_VALUES, name + "()", wanted, given);
        }
    }

    private static @Nullable Object called(String name, Function function, Row row, List<Term> terms) {
        var values =
                terms.stream().<@Nullable Object>map(term -> term.value(row)).collect(Collectors.toList());
        var first = values.get(0);
        if (first == null || first.equals("")) {
            return null;
        }
        try {
            return function.rule().of(row, first, values);
        } catch (ArithmeticException noResult) {
            throw new Uncomputable(call(name, values));
        }
    }

    static String call(String name, List<@Nullable Object> values) {
        return name + values.stream().map(Written::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw new ArithmeticException("no number");
    }

    private static @Nullable Object parsed(Row row, String text) {
        return row.number(text);
    }

    private static int decimals(@Nullable Object value) {
        if (value instanceof BigDecimal number && number.signum() >= 0 && number.compareTo(MOST_DECIMALS) <= 0) {
            return number.intValueExact();
        }
        throw new ArithmeticException("no number of decimals");
    }

    private static LocalDate day(Row row, Object value) {
        if (value instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        }
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof String text) {
            return row.date(text);
        }
        throw new ArithmeticException("no date");
    }

    /** Counts for itself: what another one has counted does not matter to it. */
    private record Occurrence(Term of) implements Term {
        @Override
        public @Nullable Object value(Row row) {
            var value = of.value(row);
            return value == null || value.equals("")
                    ? null
                    : BigDecimal.valueOf(row.occurrence(this, comparable(value)));
        }

        private static Object comparable(Object value) {
            return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
        }
    }
}
