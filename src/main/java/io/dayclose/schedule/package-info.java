/**
 * What is due and who starts it: {@link io.dayclose.schedule.DueRuns} follows from the table of runs alone,
 * {@link io.dayclose.schedule.Scheduler} runs it, {@code LateFeeds} and {@code Alarm} tell the operators what somebody must see to.
 */
@NullMarked
package io.dayclose.schedule;

import org.jspecify.annotations.NullMarked;
