/**
 * How rows get into and out of the database fast. {@link io.dayclose.database.BulkWriter} inserts many rows the quickest
 * way the server allows, {@link io.dayclose.database.BulkRows} are the rows on their way; {@link io.dayclose.database.FactDays} tells
 * which days have changed since somebody took them in. Open to every room, uses none.
 */
@NullMarked
package io.dayclose.database;

import org.jspecify.annotations.NullMarked;
