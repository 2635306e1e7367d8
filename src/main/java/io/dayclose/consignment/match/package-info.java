/**
 * What pays what: {@link io.dayclose.consignment.match.WaybillBatch} matches what bears one waybill,
 * {@link io.dayclose.consignment.match.GroupMatching} what bears none, {@link io.dayclose.consignment.match.ToleranceGrants} lets small
 * differences go, {@link io.dayclose.consignment.match.BankMatching} and {@link io.dayclose.consignment.match.DealerMatching} follow the
 * money, {@link io.dayclose.consignment.match.DecisionApplier} does what people have approved.
 */
@NullMarked
package io.dayclose.consignment.match;

import org.jspecify.annotations.NullMarked;
