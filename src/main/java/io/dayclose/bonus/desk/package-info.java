/**
 * A bonus plan at work: {@link io.dayclose.bonus.desk.BonusWork} works its months out from facts and posts what was approved,
 * {@link io.dayclose.bonus.desk.BonusDesk} is what people do with them, one at a time.
 */
@NullMarked
package io.dayclose.bonus.desk;

import org.jspecify.annotations.NullMarked;
