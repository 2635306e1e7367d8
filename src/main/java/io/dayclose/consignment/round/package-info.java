/**
 * One round of reconciliation, phase by phase, each a transaction: {@link io.dayclose.consignment.round.ReconcilePhases} gives their
 * order. What has come marks waybills as due; those are matched, then what bears no known waybill, then tolerance is
 * granted, banks and dealers are matched, and whatever is left is named.
 */
@NullMarked
package io.dayclose.consignment.round;

import org.jspecify.annotations.NullMarked;
