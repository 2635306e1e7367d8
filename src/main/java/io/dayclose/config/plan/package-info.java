/**
 * Commission plans as data: {@link io.dayclose.config.plan.Plan} and what its versions consist of, read and checked by
 * {@link io.dayclose.config.plan.PlanReader}. What they pay is computed elsewhere.
 */
@NullMarked
package io.dayclose.config.plan;

import org.jspecify.annotations.NullMarked;
