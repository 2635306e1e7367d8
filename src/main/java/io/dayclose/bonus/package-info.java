/**
 * Bonuses (plans.md, "A bonus plan"): scorecards, pools, and the way to approval. All of it is pure; the database is in
 * {@code bonus.store}.
 *
 * <p>{@link io.dayclose.bonus.BonusMonth} works a plan's month out from {@link io.dayclose.bonus.Figures} and
 * {@link io.dayclose.bonus.Participant}s: an {@link io.dayclose.bonus.Assessment} for each, together a
 * {@link io.dayclose.bonus.BonusStatement} with a digest. {@link io.dayclose.bonus.Interpolation} reads curves, exactly, as a
 * {@link io.dayclose.bonus.Ratio}. {@link io.dayclose.bonus.ApprovalWorkflow} is the state machine of the approval: what was done so far,
 * and what becomes of the next deed, as an {@link io.dayclose.bonus.Outcome}.
 */
@NullMarked
package io.dayclose.bonus;

import org.jspecify.annotations.NullMarked;
