/**
 * What everybody is to bring each day, and what the month will come to. The rules are pure: {@link io.dayclose.target.MonthDays}
 * breaks a month down to days, {@link io.dayclose.target.Parts} a target to those below, {@link io.dayclose.target.Breakdown} the
 * company's to everybody; {@link io.dayclose.target.PersonDay} is how somebody stands on a day.
 */
@NullMarked
package io.dayclose.target;

import org.jspecify.annotations.NullMarked;
