/**
 * What people decide about receivables, suspense and breaks: {@link io.dayclose.consignment.decide.Keys} finds what they mean,
 * {@link io.dayclose.consignment.decide.Verdicts} does what was approved, with the next run.
 */
@NullMarked
package io.dayclose.consignment.decide;

import org.jspecify.annotations.NullMarked;
