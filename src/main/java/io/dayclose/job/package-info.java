/**
 * Jobs: the night as Spring Batch steps, run once per date in the whole cluster.
 *
 * <p>{@link io.dayclose.job.NightlyRun} shows the whole night, {@link io.dayclose.job.JobRunner} starts, continues and
 * repeats it, {@link io.dayclose.job.Steps} builds every step. {@link io.dayclose.job.Run} is our own record of a run;
 * {@link io.dayclose.job.Scheduler} starts what falls due.
 */
@NullMarked
package io.dayclose.job;

import org.jspecify.annotations.NullMarked;
