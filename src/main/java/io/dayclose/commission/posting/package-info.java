/**
 * Brings the ledger to its targets: {@link io.dayclose.commission.posting.CommissionPhases} is a night of it, phase by phase.
 * What plans say now is compared with what they said ({@link io.dayclose.commission.posting.PlansInForce}), master data with
 * what measures know of it ({@link io.dayclose.commission.posting.MasterChanges}), then each plan's origin months are posted
 * ({@link io.dayclose.commission.posting.MonthPosting}), those of overrides last
 * ({@link io.dayclose.commission.posting.OverrideMonth}). Rules live in {@code commission}, this room fetches and keeps.
 */
@NullMarked
package io.dayclose.commission.posting;

import org.jspecify.annotations.NullMarked;
