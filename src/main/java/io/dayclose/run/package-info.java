/**
 * The life of one run: {@link io.dayclose.run.RunPreconditions} says whether it may start and takes its locks,
 * {@link io.dayclose.run.RunStore} keeps where it stands, {@code Heartbeat} that it lives, {@link io.dayclose.run.Recovery} what a death
 * left behind, {@link io.dayclose.run.FailureText} why it failed. What a run does stands in {@code job}.
 */
@NullMarked
package io.dayclose.run;

import org.jspecify.annotations.NullMarked;
