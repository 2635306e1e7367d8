/**
 * What carriers and dealers hold for us: the rules, without database or clock. {@link io.dayclose.consignment.Parcel} says what
 * a waybill's shipments come to, {@link io.dayclose.consignment.Receivable} what is owed for it,
 * {@link io.dayclose.consignment.StatementLine} what a statement says of it. {@link io.dayclose.consignment.WaybillMatch} matches what
 * bears the same waybill, {@link io.dayclose.consignment.GroupMatch} what does not, {@link io.dayclose.consignment.BankMatch}
 * statements and receipts; {@link io.dayclose.consignment.BreakRules} names every difference that is left.
 */
@NullMarked
package io.dayclose.consignment;

import org.jspecify.annotations.NullMarked;
