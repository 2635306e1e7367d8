/**
 * The rules of feeds.md as plain functions. {@link io.dayclose.intake.check.RecordValidator} decides on one record by itself and
 * against master data; {@link io.dayclose.intake.check.Presence} on whether those it names were with us;
 * {@link io.dayclose.intake.check.SaleReferences} decides on those that refer to others, in an order that does not depend on
 * how they arrived. No clock and no database here.
 */
@NullMarked
package io.dayclose.intake.check;

import org.jspecify.annotations.NullMarked;
