package io.dayclose.config.yaml;

import io.dayclose.text.Bilingual;
import java.util.List;
import java.util.Map;

/** One of two forms. Where neither fits, the problems of the form with the same kind of node are told. */
record EitherShape(Shape first, Shape second) implements Shape {

    @Override
    public void check(Node node, Problems problems) {
        if (fits(first, node) || fits(second, node)) {
            return;
        }
        boolean single = node instanceof Node.Scalar;
        (single == first instanceof ScalarShape ? first : second).check(node, problems);
    }

    private static boolean fits(Shape shape, Node node) {
        var trial = new Problems();
        shape.check(node, trial);
        return trial.count() == 0;
    }

    @Override
    public Bilingual expects() {
        return new Bilingual(
                first.expects().zh() + " 或 " + second.expects().zh(),
                first.expects().en() + " or " + second.expects().en());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(first.schema(), second.schema()));
    }
}
