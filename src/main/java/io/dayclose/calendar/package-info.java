/**
 * Business dates as people use them: {@link io.dayclose.calendar.DateSpan} is a range with both ends,
 * {@link io.dayclose.calendar.SpokenDate} how dates and durations are read out. Open to every room, uses none.
 */
@NullMarked
package io.dayclose.calendar;

import org.jspecify.annotations.NullMarked;
