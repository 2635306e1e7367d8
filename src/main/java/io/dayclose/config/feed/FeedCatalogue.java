package io.dayclose.config.feed;

import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The feeds the program knows, in the order they are read: master data first, what refers after what is referred to. */
public final class FeedCatalogue {
    private static final FeedCatalogue DELIVERED = load();

    private final Map<String, FeedSchema> schemas;

    private FeedCatalogue(Map<String, FeedSchema> schemas) {
        this.schemas = schemas;
    }

    public static FeedCatalogue delivered() {
        return DELIVERED;
    }

    public Optional<FeedSchema> schema(String feed) {
        return Optional.ofNullable(schemas.get(feed));
    }

    public List<String> names() {
        return List.copyOf(schemas.keySet());
    }

    private static FeedCatalogue load() {
        try (var in = FeedCatalogue.class.getResourceAsStream("catalogue.yml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var root = (Mapping)
                    YamlFile.read("catalogue.yml", text, new Problems()).get(0);
            var schemas = new LinkedHashMap<String, FeedSchema>();
            root.entries().forEach((name, node) -> schemas.put(name, schema(name, Values.of(node))));
            return new FeedCatalogue(schemas);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FeedSchema schema(String name, Values values) {
        var columns = values.in("columns").map(Values::scalar).entrySet().stream()
                .map(column -> Column.parse(column.getKey(), column.getValue()))
                .toList();
        var minus = values.in("minus").map(Values::scalar).entrySet().stream()
                .map(entry -> new FeedSchema.Minus(entry.getKey(), entry.getValue()))
                .findFirst();
        return new FeedSchema(
                name,
                values.flag("master", false),
                columns,
                values.texts("key"),
                values.text("date"),
                values.text("amount"),
                minus);
    }
}
