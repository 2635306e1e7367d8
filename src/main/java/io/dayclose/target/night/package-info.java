/**
 * A night's targets. {@link io.dayclose.target.night.TargetNight} works out how everybody stands on a business date and keeps it;
 * {@link io.dayclose.target.night.CountedDays} keeps what each day has brought, {@link io.dayclose.target.night.TargetStore} reads
 * targets and those they are broken down to, {@link io.dayclose.target.night.TargetRows} makes the rows.
 */
@NullMarked
package io.dayclose.target.night;

import org.jspecify.annotations.NullMarked;
