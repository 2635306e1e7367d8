/**
 * What has come since the last round: {@link io.dayclose.consignment.arrive.Arrivals} marks waybills of new shipments and goods,
 * {@link io.dayclose.consignment.arrive.StatementIntake} reads statements and takes back what an edition replaces,
 * {@link io.dayclose.consignment.arrive.Receipts} places money, {@link io.dayclose.consignment.arrive.SettlementIntake} opens what sold
 * consigned goods are owed for. Nothing is matched here.
 */
@NullMarked
package io.dayclose.consignment.arrive;

import org.jspecify.annotations.NullMarked;
