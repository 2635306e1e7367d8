/**
 * Jobs: the night as Spring Batch steps.
 *
 * <p>{@link io.dayclose.job.NightlyRun} shows the whole night, {@link io.dayclose.job.JobRunner} starts, continues and repeats it,
 * {@link io.dayclose.job.Steps} builds every step; previews and dry runs do the same and take it back.
 */
@NullMarked
package io.dayclose.job;

import org.jspecify.annotations.NullMarked;
