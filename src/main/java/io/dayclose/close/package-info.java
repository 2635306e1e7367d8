/**
 * Closing a day and a month. {@link io.dayclose.close.DayClose} and {@link io.dayclose.close.MonthClose} hold what must be true first,
 * {@link io.dayclose.close.Proofs} brings seals and equations together, {@code Settlements} says what a month pays, and
 * {@link io.dayclose.close.PayoutFile} writes it for the bank. {@link io.dayclose.close.BookOperations} is the one door for what people do
 * to the books: alone, in one transaction, sealed.
 */
@NullMarked
package io.dayclose.close;

import org.jspecify.annotations.NullMarked;
