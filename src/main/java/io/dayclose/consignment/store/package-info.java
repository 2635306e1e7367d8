/**
 * What of reconciliation is kept in the database: receivables and their entries, statement lines, suspense, breaks. Each store
 * reads and writes one kind of thing; none of them decides anything.
 */
@NullMarked
package io.dayclose.consignment.store;

import org.jspecify.annotations.NullMarked;
