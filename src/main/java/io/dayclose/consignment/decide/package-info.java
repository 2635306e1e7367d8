/**
 * What people decide about receivables, suspense and breaks: {@link io.dayclose.consignment.decide.KeyResolver} finds what they mean,
 * {@link io.dayclose.consignment.decide.ApprovedDecisions} does what was approved, with the next run.
 */
@NullMarked
package io.dayclose.consignment.decide;

import org.jspecify.annotations.NullMarked;
