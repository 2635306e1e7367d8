/**
 * What a day weighs. {@link io.dayclose.config.calendar.WorkingCalendar} holds the weights of weekdays and of single days as
 * {@code calendar.yml} gives them, {@link io.dayclose.config.calendar.CalendarReader} reads and checks that file. Targets are
 * broken down to days by these weights, and a forecast takes a holiday out of the figures of its weekday by them.
 */
@NullMarked
package io.dayclose.config.calendar;

import org.jspecify.annotations.NullMarked;
