/** The program: {@link io.dayclose.Dayclose} starts it, ARCHITECTURE.md leads through the rooms. */
@NullMarked
package io.dayclose;

import org.jspecify.annotations.NullMarked;
