package io.dayclose.config.bonus;

/** How a bonus is worked out: each for himself by a scorecard, or together as parts of a pool. */
public sealed interface BonusMethod permits Scorecard, Pool {}
