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
 * other that is not known may be a header of the files, which only they can tell. What is no column of numbers is a text, and
 * computing with it as it stands would cost every row.
 */
final class ExpressionCheck {
    private final FeedSchema schema;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    ExpressionCheck(FeedSchema schema, Values headers, Problems problems) {
        this.schema = schema;
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
            var expression = Expression.of(text);
            for (var name : expression.names()) {
                var meant = Nearest.slip(name, known);
                if (meant.isPresent()) {
                    problems.add(node.place(), Message.EXPRESSION_NAME, BadExpression.shown(text), name, meant.get());
                } else if (expression.figures().contains(name) && !schema.isNumber(name)) {
                    problems.add(node.place(), Message.EXPRESSION_TEXT, BadExpression.shown(text), name);
                }
            }
        } catch (BadExpression bad) {
            problems.add(node.place(), bad.problem(), bad.values(text));
        }
    }
}
