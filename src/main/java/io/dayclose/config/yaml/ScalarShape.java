package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Scalar;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A single value that must pass one test. */
record ScalarShape(Bilingual expects, Map<String, Object> schema, Predicate<String> valid) implements Shape {

    @Override
    public void check(Node node, Problems problems) {
        if (node instanceof Scalar scalar && scalar.text() != null && valid.test(scalar.text())) {
            return;
        }
        problems.add(node.place(), Message.WRONG_VALUE, shown(node), expects);
    }

    static String shown(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.text() == null ? "" : scalar.text();
        }
        return node instanceof Node.Listing ? "[…]" : "{…}";
    }

    static ScalarShape choice(List<String> choices) {
        var list = String.join(" | ", choices);
        return new ScalarShape(Bilingual.same(list), Map.of("enum", choices), choices::contains);
    }
}
