/**
 * Bonuses in the database. {@link io.dayclose.bonus.store.BonusStore} does one deed in a transaction, with the plan's month
 * locked, and posts what is approved; {@link io.dayclose.bonus.store.SheetStore} keeps figures as they were worked out;
 * {@link io.dayclose.bonus.store.StaffStore} and {@link io.dayclose.bonus.store.FactFigures} read who takes part and what
 * metrics, scores and targets came to.
 */
@NullMarked
package io.dayclose.bonus.store;

import org.jspecify.annotations.NullMarked;
