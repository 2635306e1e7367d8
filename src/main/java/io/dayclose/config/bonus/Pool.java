package io.dayclose.config.bonus;

import java.math.BigDecimal;

/**
 * A pool for each unit: percent of one of the unit's metrics, divided among its people.
 *
 * @param per whose pool it is: an outlet's or a branch's
 * @param of the metric that the percentage is taken of
 */
public record Pool(ScopeKind per, BigDecimal percent, String of, Distribution distribution) implements BonusMethod {}
