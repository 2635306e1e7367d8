package io.dayclose.config.yaml;

import io.dayclose.config.yaml.Node.Listing;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.Map;

/** A list of values of one shape; a single value may stand for a list of one. */
record ListShape(Shape item) implements Shape {

    @Override
    public void check(Node node, Problems problems) {
        if (node instanceof Listing list) {
            list.items().forEach(each -> item.check(each, problems));
        } else if (node instanceof Node.Scalar scalar && scalar.text() != null) {
            item.check(node, problems);
        } else {
            problems.add(node.place(), Message.WRONG_VALUE, ScalarShape.shown(node), expects());
        }
    }

    @Override
    public Bilingual expects() {
        return new Bilingual(
                "列表 [" + item.expects().zh() + ", …]",
                "a list [" + item.expects().en() + ", …]");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", item.schema());
    }
}
