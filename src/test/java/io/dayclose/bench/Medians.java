package io.dayclose.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured several times, in the order it was first noted. */
final class Medians {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void note(String what, double value) {
        values.computeIfAbsent(what, any -> new ArrayList<>()).add(value);
    }

    Set<String> names() {
        return values.keySet();
    }

    double of(String what) {
        var sorted = values.getOrDefault(what, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("what is asked for must have been measured: " + what);
        }
        return sorted.get(sorted.size() / 2);
    }
}
