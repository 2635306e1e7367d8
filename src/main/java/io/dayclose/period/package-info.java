/**
 * What is over: {@link io.dayclose.period.BusinessDays} closed, {@link io.dayclose.period.ClosedMonths} closed for good, and
 * the {@link io.dayclose.period.IntakeMark} that says what had been taken in by then. Who closes them stands in {@code close}.
 */
@NullMarked
package io.dayclose.period;

import org.jspecify.annotations.NullMarked;
