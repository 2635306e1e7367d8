/**
 * Facts and vouchers. {@link io.dayclose.intake.fact.FeedIntake} walks one feed of one night in
 * {@link io.dayclose.intake.fact.Block}s, each written in one transaction with the position of its source: a night that
 * is cut off goes on where it stopped and takes nothing twice.
 */
@NullMarked
package io.dayclose.intake.fact;

import org.jspecify.annotations.NullMarked;
