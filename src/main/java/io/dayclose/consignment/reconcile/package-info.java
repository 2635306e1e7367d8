/**
 * A night's reconciliation, task by task, each a transaction: {@link io.dayclose.consignment.reconcile.ReconcileTasks} gives their
 * order. What has come marks waybills as due; those are matched, then what bears no known waybill, then tolerance is
 * granted, banks and dealers are matched, and whatever is left is named.
 */
@NullMarked
package io.dayclose.consignment.reconcile;

import org.jspecify.annotations.NullMarked;
