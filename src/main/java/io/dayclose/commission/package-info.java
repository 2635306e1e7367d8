/**
 * What a month's sales earn. Plain functions of records: {@link io.dayclose.commission.RatePay} pays a measure,
 * {@link io.dayclose.commission.MonthEarning} adds minimum, cap and rounding, {@link io.dayclose.commission.LineGates} says
 * which lines are cleared and {@link io.dayclose.commission.Split} what of the earning is payable, held and forfeited.
 * Nothing here knows a database, a clock or the company.
 */
@NullMarked
package io.dayclose.commission;

import org.jspecify.annotations.NullMarked;
