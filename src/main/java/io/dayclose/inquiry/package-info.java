/**
 * What people may ask: read models, the same ones for the shell, for JSON and for pages. {@link io.dayclose.inquiry.ListQuery} names the
 * lists, {@link io.dayclose.inquiry.NightFigures} and {@link io.dayclose.inquiry.MonthFigures} what summaries tell; every query is a
 * file of {@code sql/inquiry}, at the root of the repository, with named parameters. Nothing here writes, and nothing here knows how it is shown.
 */
@NullMarked
package io.dayclose.inquiry;

import org.jspecify.annotations.NullMarked;
