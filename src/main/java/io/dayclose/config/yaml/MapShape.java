package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Mapping;
import io.dayclose.config.yaml.Node.Scalar;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.Map;

/** Keys chosen by the writer, each with a value of one shape. */
record MapShape(Shape key, Shape value) implements Shape {

    @Override
    public void check(Node node, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(node.place(), Message.WRONG_VALUE, ScalarShape.shown(node), expects());
            return;
        }
        mapping.entries().forEach((name, each) -> {
            key.check(new Scalar(each.place(), name), problems);
            value.check(each, problems);
        });
    }

    @Override
    public Bilingual expects() {
        return Bilingual.same("{" + key.expects().en() + ": " + value.expects().en() + "}");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", value.schema());
    }
}
