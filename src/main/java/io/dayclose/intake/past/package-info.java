/**
 * Master data that changes days gone by. {@link io.dayclose.intake.past.PastChanges} finds the facts that would not be
 * accepted any more because of what a night's master data says; they stay facts, and people look at them.
 */
@NullMarked
package io.dayclose.intake.past;

import org.jspecify.annotations.NullMarked;
