/**
 * From a file's bytes to rows of texts. {@link io.dayclose.intake.read.Rows} opens a file of any kind as a
 * {@link io.dayclose.intake.read.RowSource}, which hands out one {@link io.dayclose.intake.read.SourceRow} after the other
 * and holds none of them. Nothing here knows the database or decides about a record.
 */
@NullMarked
package io.dayclose.intake.read;

import org.jspecify.annotations.NullMarked;
