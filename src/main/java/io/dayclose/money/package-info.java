/**
 * Amounts: {@link io.dayclose.money.Money} is a decimal with its currency, {@link io.dayclose.money.Rounding} the only
 * place that rounds, {@link io.dayclose.money.Allocation} divides without losing a unit. Open to every room, uses none.
 */
@NullMarked
package io.dayclose.money;

import org.jspecify.annotations.NullMarked;
