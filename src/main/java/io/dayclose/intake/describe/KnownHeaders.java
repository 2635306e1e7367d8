package io.dayclose.intake.describe;

import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.YamlFile;
import io.dayclose.intake.read.HeaderName;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The names that people and other systems give our columns, {@linkplain HeaderName plain}, the likeliest first. */
final class KnownHeaders {
    private static final Map<String, List<String>> NAMES = load();

    private KnownHeaders() {}

    private static Map<String, List<String>> load() {
        var names = new HashMap<String, List<String>>();
        Texts.named("column").forEach((column, title) -> names.computeIfAbsent(column, any -> new ArrayList<>())
                .addAll(Stream.of(column, title.zh(), title.en())
                        .map(HeaderName::plain)
                        .toList()));
        try (var in = KnownHeaders.class.getResourceAsStream("headers.yml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var root =
                    (Mapping) YamlFile.read("headers.yml", text, new Problems()).get(0);
            new Values(root).map(Values::scalars).forEach((column, known) -> names.computeIfAbsent(
                            column, any -> new ArrayList<>(List.of(column)))
                    .addAll(known.stream().map(HeaderName::plain).toList()));
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How well a header fits a column: 0 for its very name, more for names further down the list, -1 when it does not. */
    static int rank(String column, String header) {
        return NAMES.getOrDefault(column, List.of(column)).indexOf(HeaderName.plain(header));
    }

    /** Whether any column is called so. */
    static boolean isKnown(String header) {
        var plain = HeaderName.plain(header);
        return NAMES.values().stream().anyMatch(names -> names.contains(plain));
    }
}
