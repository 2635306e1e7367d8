/**
 * What the lines of a day come to. {@link io.dayclose.sums.DaySums} adds lines up by outlet, seller and product;
 * {@link io.dayclose.sums.SaleDays} reads the lines of each day that a night touched, once, and keeps the sums. A
 * document's discount is shared over its lines by {@link io.dayclose.sums.Discount}, and nowhere else. Reports
 * read sums, never lines: their cost follows outlets and days, not sales.
 */
@NullMarked
package io.dayclose.sums;

import org.jspecify.annotations.NullMarked;
