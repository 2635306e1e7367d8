/**
 * What is agreed with carriers, from {@code jobs-config/carriers/}. {@link io.dayclose.config.carrier.Carrier} holds the
 * versions of an {@link io.dayclose.config.carrier.Agreement}: {@link io.dayclose.config.carrier.Cycles} and pay days,
 * {@link io.dayclose.config.carrier.Fee}, {@link io.dayclose.config.carrier.Tolerance}.
 */
@NullMarked
package io.dayclose.config.carrier;

import org.jspecify.annotations.NullMarked;
