/**
 * What everybody is to bring each day, and what the month will come to. The rules are pure: {@link io.dayclose.target.MonthDays}
 * breaks a month down to days, {@link io.dayclose.target.Parts} a target to those below, {@link io.dayclose.target.Breakdown} the
 * company's to everybody; {@link io.dayclose.target.PersonDay} is how somebody stands on a day,
 * {@link io.dayclose.target.Forecast} what the month will come to and {@link io.dayclose.target.ForecastError} how far off that
 * has been. docs/targets.md says the same for people.
 */
@NullMarked
package io.dayclose.target;

import org.jspecify.annotations.NullMarked;
