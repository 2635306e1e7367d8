/**
 * From a report's definition to its workbook.
 *
 * <p>{@link io.dayclose.report.workbook.ReportWriter} builds one workbook for one {@link io.dayclose.report.Scope} and date;
 * {@link io.dayclose.report.ReportQuery} hands it rows in an order that never changes; {@link io.dayclose.report.Figures}
 * and {@link io.dayclose.report.Change} tell a revision from a repetition.
 */
@NullMarked
package io.dayclose.report;

import org.jspecify.annotations.NullMarked;
