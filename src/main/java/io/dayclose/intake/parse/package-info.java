/**
 * From texts to typed values. {@link io.dayclose.intake.parse.Translator} turns a source's rows into
 * {@link io.dayclose.intake.parse.Parsed} canonical ones, with the expressions of {@code derive}; numbers and dates are
 * read as people write them, and never guessed.
 */
@NullMarked
package io.dayclose.intake.parse;

import org.jspecify.annotations.NullMarked;
