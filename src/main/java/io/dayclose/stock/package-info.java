/**
 * What stands on the shelves (进销存). {@link io.dayclose.stock.StockItem} rolls one product at one outlet forward from day to day:
 * {@link io.dayclose.stock.Event}s in, {@link io.dayclose.stock.Flows} and counts' variances out; {@link io.dayclose.stock.FifoLayers} keeps
 * the {@link io.dayclose.stock.Layer}s by age. No clock, no database. {@code stock.roll} brings it to the facts of a night.
 */
@NullMarked
package io.dayclose.stock;

import org.jspecify.annotations.NullMarked;
