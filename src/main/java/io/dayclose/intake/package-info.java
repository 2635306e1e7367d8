/**
 * What comes in: from a row somebody wrote to a fact nobody can change.
 *
 * <p>{@code source} finds what came ({@code fetch} on other computers), {@code read} makes rows of files, {@code parse} turns texts into typed values, {@code check} holds the rules,
 * {@code repeat} finds keys that repeat in a file, {@code describe} proposes a feed's file from an export,
 * {@code fact} writes facts and vouchers, {@code past} lists facts that master data would not let in any more, and
 * {@link io.dayclose.intake.fact.FeedIntake} walks one feed of one night through all of them. A record ends in one
 * {@link io.dayclose.intake.Decision}, with a {@link io.dayclose.intake.Reason} when it is not a fact; {@link io.dayclose.intake.Tally} holds the controls.
 */
@NullMarked
package io.dayclose.intake;

import org.jspecify.annotations.NullMarked;
