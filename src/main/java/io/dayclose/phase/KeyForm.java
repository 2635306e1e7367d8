package io.dayclose.phase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How a key is written as a text, and read again: {@code read(write(key))} equals the key. */
public record KeyForm<K>(Function<K, String> write, Function<String, K> read) {
    public static final KeyForm<String> TEXT = new KeyForm<>(Function.identity(), Function.identity());
    public static final KeyForm<Long> NUMBER = new KeyForm<>(String::valueOf, Long::valueOf);
    public static final KeyForm<LocalDate> DATE = new KeyForm<>(LocalDate::toString, LocalDate::parse);

    private static final char BETWEEN = '|';
    private static final char ESCAPE = '\\';

    /** Of a key of several parts, whatever stands in them: {@code a|b}, with a backslash before these two characters. */
    public static <K> KeyForm<K> ofParts(Function<K, List<String>> write, Function<List<String>, K> read) {
        return new KeyForm<>(key -> join(write.apply(key)), text -> read.apply(split(text)));
    }

    private static String join(List<String> parts) {
        return String.join(
                String.valueOf(BETWEEN),
                parts.stream()
                        .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                        .toList());
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == BETWEEN) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(here == ESCAPE ? text.charAt(++at) : here);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
