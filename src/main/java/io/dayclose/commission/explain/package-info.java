/**
 * Shows how a payee's fen came about ({@link io.dayclose.commission.explain.Explainer}), recomputed from the lines and compared
 * with the ledger, and what a draft plan would have paid ({@link io.dayclose.commission.explain.Simulation}). Writes nothing.
 */
@NullMarked
package io.dayclose.commission.explain;

import org.jspecify.annotations.NullMarked;
