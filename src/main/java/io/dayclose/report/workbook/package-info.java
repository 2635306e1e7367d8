/**
 * Workbooks. {@link io.dayclose.report.workbook.Book} is one of them, {@link io.dayclose.report.workbook.SheetWriter}
 * streams a sheet's rows, {@link io.dayclose.report.workbook.Cover} writes the first sheet. The only package that knows
 * Apache POI.
 */
@NullMarked
package io.dayclose.report.workbook;

import org.jspecify.annotations.NullMarked;
