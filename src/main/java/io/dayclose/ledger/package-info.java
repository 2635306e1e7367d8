/**
 * The ledger: append-only. {@link io.dayclose.ledger.Posting} says which entries bring what is posted to what should be;
 * {@link io.dayclose.ledger.Balance} is what entries come to.
 */
@NullMarked
package io.dayclose.ledger;

import org.jspecify.annotations.NullMarked;
