package io.dayclose.config.expression;

import io.dayclose.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Thrown when a text is no expression: which sentence says so, and what it names besides the expression itself. */
public final class BadExpression extends RuntimeException {
    private static final int SHOWN = 80;

    private final Message problem;
    private final List<Object> names;

    BadExpression(Message problem, Object... names) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.names = List.of(names);
    }

    public Message problem() {
        return problem;
    }

    /** The values of the sentence: the expression, as much of it as can be shown, then what is wrong in it. */
    public Object[] values(String expression) {
        var values = new ArrayList<Object>();
        values.add(shown(expression));
        values.addAll(names);
        return values.toArray();
    }

    /** As much of an expression as fits into a sentence. */
    public static String shown(String expression) {
        return expression.length() > SHOWN ? expression.substring(0, SHOWN) + "…" : expression;
    }
}
