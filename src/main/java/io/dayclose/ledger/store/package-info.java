/**
 * The ledger in the database: {@link io.dayclose.ledger.store.LedgerStore} reads it and opens a
 * {@link io.dayclose.ledger.store.PostingBatch}, the only way in.
 */
@NullMarked
package io.dayclose.ledger.store;

import org.jspecify.annotations.NullMarked;
