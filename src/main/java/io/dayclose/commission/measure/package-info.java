/**
 * What a night's lines come to for each payee, from one pass over them. {@link io.dayclose.commission.measure.MeasuredDays}
 * reads the lines of each day that facts have touched; {@link io.dayclose.commission.measure.DayCredits} knows who is paid
 * for a line; {@link io.dayclose.commission.measure.DayMeasures} sums by {@link io.dayclose.commission.measure.Cell}, apart
 * by why a line is new; {@link io.dayclose.commission.measure.CardMeasures} moves what warranty cards clear.
 */
@NullMarked
package io.dayclose.commission.measure;

import org.jspecify.annotations.NullMarked;
