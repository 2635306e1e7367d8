/**
 * What a night's lines come to for each payee, from one pass over them. {@link io.dayclose.commission.measure.MeasuredDays}
 * reads the lines of each day that facts have touched; {@link io.dayclose.commission.measure.DayCredits} knows who is paid
 * for a line; {@link io.dayclose.commission.measure.DayMeasures} sums by {@link io.dayclose.commission.measure.Cell}, apart
 * by why a line is new; {@link io.dayclose.commission.measure.WarrantyCards} moves what warranty cards clear.
 * A return is taken back from whoever was paid for its sale in {@link io.dayclose.commission.measure.DayReading}; the rule alone,
 * from scratch, is {@link io.dayclose.commission.Months}.
 */
@NullMarked
package io.dayclose.commission.measure;

import org.jspecify.annotations.NullMarked;
