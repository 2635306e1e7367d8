package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Known keys, some of them required; any other key is refused with the nearest known one. */
public final class FieldsShape implements Shape {
    private final Map<String, Shape> fields = new LinkedHashMap<>();
    private final TreeSet<String> required = new TreeSet<>();

    public FieldsShape required(String name, Shape shape) {
        required.add(name);
        return optional(name, shape);
    }

    public FieldsShape optional(String name, Shape shape) {
        fields.put(name, shape);
        return this;
    }

    @Override
    public void check(Node node, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(node.place(), Message.WRONG_VALUE, ScalarShape.shown(node), expects());
            return;
        }
        mapping.entries().forEach((name, value) -> checkField(name, value, problems));
        required.stream()
                .filter(name -> !mapping.entries().containsKey(name))
                .forEach(name -> problems.add(
                        node.place(),
                        Message.MISSING_KEY,
                        name,
                        Objects.requireNonNull(fields.get(name)).expects()));
    }

    private void checkField(String name, Node value, Problems problems) {
        var shape = fields.get(name);
        if (shape == null) {
            problems.add(value.place(), Message.UNKNOWN_KEY, name, Nearest.to(name, fields.keySet()));
        } else {
            shape.check(value, problems);
        }
    }

    @Override
    public Bilingual expects() {
        var keys = required.isEmpty() ? fields.keySet() : required;
        return Bilingual.same("{" + String.join(": …, ", keys) + ": …}");
    }

    @Override
    public Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach((name, shape) -> properties.put(name, shape.schema()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        return schema;
    }
}
