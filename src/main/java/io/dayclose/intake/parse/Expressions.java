package io.dayclose.intake.parse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.MethodExecutor;
import org.springframework.expression.MethodResolver;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.DataBindingMethodResolver;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/** Spring's expression language cut down to reading a row: no types, no beans, no assignment, listed methods only. */
final class Expressions {
    private static final Set<String> FUNCTIONS = Set.of("abs", "round", "date", "occurrence");
    private static final Set<String> TEXT_METHODS = Set.of(
            "trim",
            "strip",
            "substring",
            "startsWith",
            "endsWith",
            "contains",
            "length",
            "isEmpty",
            "toUpperCase",
            "toLowerCase",
            "replace");

    private final EvaluationContext context = SimpleEvaluationContext.forPropertyAccessors(new RowProperties())
            .withMethodResolvers(new ListedMethods())
            .withAssignmentDisabled()
            .build();

    static Expression parse(String expression) {
        return new SpelExpressionParser().parseRaw(expression);
    }

    @Nullable
    Object value(Expression expression, RowScope row) {
        return expression.getValue(context, row);
    }

    private static final class RowProperties implements PropertyAccessor {
        @Override
        public Class<?>[] getSpecificTargetClasses() {
            return new Class<?>[] {RowScope.class};
        }

        @Override
        public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
            return target instanceof RowScope row && row.has(name);
        }

        @Override
        public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
            return new TypedValue(target instanceof RowScope row ? row.get(name) : null);
        }

        @Override
        public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
            return false;
        }

        @Override
        public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value) {
            throw new UnsupportedOperationException("expressions only read");
        }
    }

    private static final class ListedMethods implements MethodResolver {
        private final MethodResolver resolver = DataBindingMethodResolver.forInstanceMethodInvocation();

        @Override
        public @Nullable MethodExecutor resolve(
                EvaluationContext context, Object target, String name, List<TypeDescriptor> types)
                throws AccessException {
            boolean listed = target instanceof RowScope && FUNCTIONS.contains(name)
                    || target instanceof String && TEXT_METHODS.contains(name);
            return listed ? resolver.resolve(context, target, name, types) : null;
        }
    }
}
