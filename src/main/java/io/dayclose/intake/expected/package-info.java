/**
 * What has to come and has not: {@link io.dayclose.intake.expected.DueDays} knows what was due,
 * {@link io.dayclose.intake.expected.OwedReports} compares it with what came, branch by branch.
 */
@NullMarked
package io.dayclose.intake.expected;

import org.jspecify.annotations.NullMarked;
