package io.dayclose.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a test says of one thing: an amount, plain words and values by their names, {@code "100.00 RETURNED due=2026-11-20"};
 * a plus in a value is a blank.
 */
final class Words {
    static final BigDecimal NONE = new BigDecimal("0.00");

    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();

    private Words(String text) {
        for (var word : text.strip().split(" +")) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                plain.add(word);
            } else {
                named.put(word.substring(0, equals), word.substring(equals + 1).replace('+', ' '));
            }
        }
    }

    static Words of(String text) {
        return new Words(text);
    }

    /** The one plain word that is an amount. */
    BigDecimal amount() {
        return plain.stream()
                .filter(word -> word.matches("-?[0-9.]+"))
                .map(BigDecimal::new)
                .findFirst()
                .orElse(NONE);
    }

    boolean has(String word) {
        return plain.contains(word);
    }

    /** The constant of a type that is named, else the one it is mostly. */
    <E extends Enum<E>> E one(E mostly) {
        return Arrays.stream(mostly.getDeclaringClass().getEnumConstants())
                .filter(each -> has(each.name()))
                .findFirst()
                .orElse(mostly);
    }

    String text(String name) {
        return named.getOrDefault(name, "");
    }

    BigDecimal amount(String name) {
        return value(name, BigDecimal::new, NONE);
    }

    long number(String name, long mostly) {
        return value(name, Long::parseLong, mostly);
    }

    <T> T value(String name, Function<String, T> parse, T mostly) {
        var value = named.get(name);
        return value == null ? mostly : parse.apply(value);
    }

    <T> @Nullable T valueOrNull(String name, Function<String, T> parse) {
        var value = named.get(name);
        return value == null ? null : parse.apply(value);
    }
}
