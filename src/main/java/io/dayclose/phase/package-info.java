/**
 * Work with keys: {@link io.dayclose.phase.Phase} tells which keys are still to be done and does one of them, {@link
 * io.dayclose.phase.Phases} puts phases into the order of a step. Keys are texts, so that whoever has built the same phases can do a
 * key: this thread, another one, or another process.
 */
@org.jspecify.annotations.NullMarked
package io.dayclose.phase;
