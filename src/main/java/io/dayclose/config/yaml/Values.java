package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Listing;
import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.config.yaml.Node.Scalar;
import io.dayclose.text.Bilingual;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads values out of a mapping. What the {@link Shape} has found wrong reads as if it were missing, so that the rest
 * of the file is still checked.
 */
public record Values(@Nullable Mapping mapping) {

    public static Values of(Node node) {
        return new Values(node instanceof Mapping mapping ? mapping : null);
    }

    public Optional<Node> node(String key) {
        return mapping == null
                ? Optional.empty()
                : Optional.ofNullable(mapping.entries().get(key));
    }

    public String place(String key) {
        return node(key).map(Node::place).orElse(mapping == null ? "" : mapping.place());
    }

    public Optional<String> text(String key) {
        return node(key).map(Values::scalar);
    }

    public String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    public int whole(String key, int otherwise) {
        return text(key)
                .filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public ZoneId zone(String key, ZoneId otherwise) {
        return text(key)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElse(otherwise);
    }

    public Optional<BigDecimal> decimal(String key) {
        return text(key)
                .filter(text -> text.matches("-?\\d{1,15}(\\.\\d{1,9})?"))
                .map(BigDecimal::new);
    }

    /** The first character of a text that is not empty. */
    public char character(String key, char otherwise) {
        return text(key)
                .filter(text -> text.length() == 1)
                .map(text -> text.charAt(0))
                .orElse(otherwise);
    }

    public Values in(String key) {
        return node(key).map(Values::of).orElse(new Values(null));
    }

    public List<Node> nodes(String key) {
        return node(key).map(Values::items).orElse(List.of());
    }

    public List<String> texts(String key) {
        return nodes(key).stream().map(Values::scalar).toList();
    }

    public Optional<Bilingual> bilingual(String key) {
        return node(key).map(node -> {
            if (node instanceof Scalar) {
                return Bilingual.same(scalar(node));
            }
            var values = Values.of(node);
            return new Bilingual(values.text("zh", ""), values.text("en", ""));
        });
    }

    /** Every entry with its value converted, in the order of the file. */
    public <T> Map<String, T> map(Function<Node, T> convert) {
        var result = new LinkedHashMap<String, T>();
        if (mapping != null) {
            mapping.entries().forEach((key, node) -> result.put(key, convert.apply(node)));
        }
        return result;
    }

    public static List<Node> items(Node node) {
        return node instanceof Listing list ? list.items() : List.of(node);
    }

    public static List<String> scalars(Node node) {
        return items(node).stream().map(Values::scalar).toList();
    }

    public static String scalar(Node node) {
        return node instanceof Scalar scalar && scalar.text() != null ? scalar.text() : "";
    }
}
