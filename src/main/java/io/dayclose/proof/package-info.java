/**
 * Proves that nobody but the program has changed what the books rest on: {@link io.dayclose.proof.Seals} for what is written for good,
 * {@link io.dayclose.proof.Equations} for what follows from it.
 */
@NullMarked
package io.dayclose.proof;

import org.jspecify.annotations.NullMarked;
