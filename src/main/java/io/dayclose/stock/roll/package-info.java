/**
 * Brings the stock to the facts of a night. {@link io.dayclose.stock.roll.StockPhases} finds the days whose facts have changed, and piece by
 * piece the cells of them that differ; {@code Roller} rolls those forward from that day on. Unchanged cells are not read.
 */
@NullMarked
package io.dayclose.stock.roll;

import org.jspecify.annotations.NullMarked;
