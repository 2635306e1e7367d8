package io.dayclose.config.feed;

import io.dayclose.config.expression.BadExpression;
import io.dayclose.config.expression.Expression;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Compiles a feed's expressions before its first night. A name that is nearly a column's or a declared header's is a slip; any
 * other that is not known may be a header of the files, which only they can tell.
 */
final class ExpressionCheck {
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    ExpressionCheck(FeedSchema schema, Values headers, Problems problems) {
        this.problems = problems;
        known.addAll(schema.columnNames());
        headers.map(Values::scalars).values().forEach(known::addAll);
    }

    void check(Values derive) {
        derive.map(node -> node).values().forEach(this::check);
    }

    private void check(Node node) {
        var text = Values.scalar(node);
        try {
            for (var name : Expression.of(text).names()) {
                Nearest.slip(name, known)
                        .ifPresent(meant -> problems.add(
                                node.place(), Message.EXPRESSION_NAME, BadExpression.shown(text), name, meant));
            }
        } catch (BadExpression bad) {
            problems.add(node.place(), bad.problem(), bad.values(text));
        }
    }
}
