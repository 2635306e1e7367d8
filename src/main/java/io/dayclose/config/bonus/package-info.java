/**
 * Bonus plans as data: {@link io.dayclose.config.bonus.Bonus} and its versions, each paying by a
 * {@link io.dayclose.config.bonus.BonusMethod}: a {@link io.dayclose.config.bonus.Scorecard} with
 * {@link io.dayclose.config.bonus.ScoreLine}s and {@link io.dayclose.config.bonus.Gate}s, or a
 * {@link io.dayclose.config.bonus.Pool} that is divided among its people. {@link io.dayclose.config.bonus.BonusReader} reads
 * and checks them; what they come to is computed in room {@code bonus}.
 */
@NullMarked
package io.dayclose.config.bonus;

import org.jspecify.annotations.NullMarked;
