package io.dayclose.config.expression;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.expression.ExpressionException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpDivide;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpModulus;
import org.springframework.expression.spel.ast.OpMultiply;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** Makes terms of what Spring's parser has understood. What is not listed here does not exist: types, beans, assignment. */
final class Grammar {
    private static final int DEEPEST = 100;

    private static final Map<Class<?>, Operation> OPERATIONS = Map.ofEntries(
            Map.entry(OpPlus.class, new Operation("+", Arithmetic::plus)),
            Map.entry(OpMinus.class, new Operation("-", Arithmetic::minus)),
            Map.entry(OpMultiply.class, new Operation("*", Arithmetic::times)),
            Map.entry(OpDivide.class, new Operation("/", Arithmetic::dividedBy)),
            Map.entry(OpModulus.class, new Operation("%", Arithmetic::remainder)),
            Map.entry(OpEQ.class, new Operation("==", (a, b) -> Order.of(a, b) == 0)),
            Map.entry(OpNE.class, new Operation("!=", (a, b) -> Order.of(a, b) != 0)),
            Map.entry(OpLT.class, new Operation("<", (a, b) -> Order.of(a, b) < 0)),
            Map.entry(OpLE.class, new Operation("<=", (a, b) -> Order.of(a, b) <= 0)),
            Map.entry(OpGT.class, new Operation(">", (a, b) -> Order.of(a, b) > 0)),
            Map.entry(OpGE.class, new Operation(">=", (a, b) -> Order.of(a, b) >= 0)));

    private static final Set<Class<?>> LOGIC =
            Set.of(OpAnd.class, OpOr.class, OperatorNot.class, Ternary.class, Elvis.class);

    /** Those that have a result of numbers only; a plus puts texts together too. */
    private static final Set<Class<?>> COMPUTING =
            Set.of(OpMinus.class, OpMultiply.class, OpDivide.class, OpModulus.class);

    /** A sign is the difference from nothing: a text has none. */
    private static final Operation NEGATIVE = new Operation("-", Arithmetic::minus);

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> figures = new LinkedHashSet<>();
    private boolean countsRows;

    Set<String> names() {
        return names;
    }

    /** The names that must be numbers, because they are computed with as they stand. */
    Set<String> figures() {
        return figures;
    }

    boolean countsRows() {
        return countsRows;
    }

    Term compile(String text) {
        try {
            return term(((SpelExpression) new SpelExpressionParser().parseRaw(text)).getAST(), 0);
        } catch (ExpressionException | IllegalStateException | IllegalArgumentException wrong) {
            var why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
            throw new BadExpression(Message.BAD_EXPRESSION, why);
        } catch (StackOverflowError nested) {
            throw tooDeep();
        }
    }

    private static BadExpression tooDeep() {
        return new BadExpression(Message.BAD_EXPRESSION, new Bilingual("嵌套过深", "its parts are nested too deeply"));
    }

    private Term term(SpelNode node, int depth) {
        if (depth > DEEPEST) {
            throw tooDeep();
        }
        if (node instanceof Literal literal) {
            return Literals.of(literal);
        }
        if (node instanceof PropertyOrFieldReference name) {
            names.add(name.getName());
            return row -> row.get(name.getName());
        }
        if (node instanceof MethodReference call) {
            return function(call, children(node, depth));
        }
        if (node instanceof CompoundExpression) {
            return chain(node, depth);
        }
        if (!OPERATIONS.containsKey(node.getClass()) && !LOGIC.contains(node.getClass())) {
            throw notPossible(node);
        }
        if (COMPUTING.contains(node.getClass())) {
            IntStream.range(0, node.getChildCount()).forEach(i -> mustBeNumber(node.getChild(i)));
        }
        return operator(node, children(node, depth));
    }

    private void mustBeNumber(SpelNode node) {
        if (node instanceof PropertyOrFieldReference name) {
            figures.add(name.getName());
        }
    }

    private List<Term> children(SpelNode node, int depth) {
        return IntStream.range(0, node.getChildCount())
                .mapToObj(i -> term(node.getChild(i), depth + 1))
                .toList();
    }

    private Term function(MethodReference call, List<Term> values) {
        countsRows |= call.getName().equals(Functions.OCCURRENCE);
        if (Functions.COMPUTING.contains(call.getName()) && call.getChildCount() > 0) {
            mustBeNumber(call.getChild(0));
        }
        return Functions.of(call.getName(), values);
    }

    /** A value and the methods of texts behind it, one after the other. */
    private Term chain(SpelNode node, int depth) {
        var term = term(node.getChild(0), depth + 1);
        for (int i = 1; i < node.getChildCount(); i++) {
            if (!(node.getChild(i) instanceof MethodReference call)) {
                throw notPossible(node.getChild(i));
            }
            term = TextMethods.of(call.getName(), term, children(call, depth));
        }
        return term;
    }

    private static Term operator(SpelNode node, List<Term> parts) {
        var operation = OPERATIONS.get(node.getClass());
        if (operation != null && parts.size() == 2) {
            return operation.with(parts.get(0), parts.get(1));
        }
        if (node instanceof OpMinus) {
            return NEGATIVE.with(row -> BigDecimal.ZERO, parts.get(0));
        }
        if (node instanceof OpPlus) {
            return NEGATIVE.with(parts.get(0), row -> BigDecimal.ZERO);
        }
        return logic(node, parts);
    }

    private static Term logic(SpelNode node, List<Term> parts) {
        if (node instanceof OpAnd) {
            return row -> Logic.is(parts.get(0), row) && Logic.is(parts.get(1), row);
        }
        if (node instanceof OpOr) {
            return row -> Logic.is(parts.get(0), row) || Logic.is(parts.get(1), row);
        }
        if (node instanceof OperatorNot) {
            return row -> !Logic.is(parts.get(0), row);
        }
        if (node instanceof Ternary) {
            return row -> parts.get(Logic.is(parts.get(0), row) ? 1 : 2).value(row);
        }
        return Logic.otherwise(parts.get(0), parts.get(1));
    }

    private static BadExpression notPossible(SpelNode node) {
        var word = BadExpression.shown(node.toStringAST());
        return new BadExpression(
                Message.BAD_EXPRESSION, new Bilingual("此处不能使用 " + word, word + " is not possible here"));
    }
}
