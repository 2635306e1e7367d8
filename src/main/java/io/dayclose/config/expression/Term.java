package io.dayclose.config.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression: what it comes to in a row. Values are texts, numbers, days, moments, yes or no, or null. */
@FunctionalInterface
interface Term {
    /** @throws Uncomputable in the words of the operation that has no result */
    @Nullable
    Object value(Row row);
}
