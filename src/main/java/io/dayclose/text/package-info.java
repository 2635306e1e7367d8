/**
 * The words the program says to people.
 *
 * <p>{@link io.dayclose.text.Message} is a sentence with a stable code, {@link io.dayclose.text.Problem} a sentence with
 * its place, {@link io.dayclose.text.Refusal} the only exception a person is meant to see. Every sentence exists in both
 * {@link io.dayclose.text.Language}s; {@link io.dayclose.text.Bilingual} is a name written in a configuration file.
 * {@link io.dayclose.text.Shortened} cuts a text to what a column of a table holds.
 * Open to every room, uses none.
 */
@NullMarked
package io.dayclose.text;

import org.jspecify.annotations.NullMarked;
