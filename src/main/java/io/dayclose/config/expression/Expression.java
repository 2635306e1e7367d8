package io.dayclose.config.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression of {@code derive}, compiled: what it says is possible, whatever its rows hold. */
public final class Expression {
    private final String text;
    private final Grammar grammar = new Grammar();
    private final Term term;

    private Expression(String text) {
        this.text = text;
        term = grammar.compile(text);
    }

    /** @throws BadExpression naming the word that is wrong */
    public static Expression of(String text) {
        return new Expression(text);
    }

    /** The columns and headers it reads, in the order in which they stand. */
    public Set<String> names() {
        return grammar.names();
    }

    /** Those of its names that must be numbers, because they are computed with as they stand. */
    public Set<String> figures() {
        return grammar.figures();
    }

    /** Whether rows that are passed over must be shown to it all the same. */
    public boolean countsRows() {
        return grammar.countsRows();
    }

    /** @throws Uncomputable when the row's cells have no result */
    public @Nullable Object value(Row row) {
        return term.value(row);
    }

    @Override
    public String toString() {
        return text;
    }
}
