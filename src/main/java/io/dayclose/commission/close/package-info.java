/**
 * Settles and closes months: {@link io.dayclose.commission.close.MonthClose} checks and freezes,
 * {@link io.dayclose.commission.close.Settlements} works out what each payee is due,
 * {@link io.dayclose.commission.close.PayeeGates} what has to wait,
 * {@link io.dayclose.commission.close.BankAccounts} where it may be paid to, and
 * {@link io.dayclose.commission.close.Decisions} keeps what two people have decided.
 */
@NullMarked
package io.dayclose.commission.close;

import org.jspecify.annotations.NullMarked;
