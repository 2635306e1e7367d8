/**
 * Control totals: what the sender says a file holds, in its last row or in a file beside it, compared with what it holds
 * before any of it is believed. {@link io.dayclose.intake.control.ControlCheck} does the comparing.
 */
@NullMarked
package io.dayclose.intake.control;

import org.jspecify.annotations.NullMarked;
