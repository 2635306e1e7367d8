/**
 * The expressions of {@code derive}: written as in Spring's expression language, but with a meaning of our own.
 *
 * <p>{@link io.dayclose.config.expression.Expression} is compiled once, when the home is checked, so that every slip is named
 * before the first night; what it may say is listed, so that nothing else can be reached. It computes with decimal numbers
 * only, an operation with an empty cell is empty, and what cannot be computed is told as
 * {@link io.dayclose.config.expression.Uncomputable}. It sees its {@link io.dayclose.config.expression.Row} and nothing else.
 */
@NullMarked
package io.dayclose.config.expression;

import org.jspecify.annotations.NullMarked;
