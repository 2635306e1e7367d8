/**
 * Rows of one key in one file. {@link io.dayclose.intake.repeat.RepeatedKeys} finds them before the first row becomes a
 * fact, so that none has to be taken back; {@link io.dayclose.intake.repeat.SeenKeys} is what it remembers of a file.
 */
@NullMarked
package io.dayclose.intake.repeat;

import org.jspecify.annotations.NullMarked;
