package io.dayclose.consignment.store;

import java.time.LocalDate;

/**
 * One time of reconciling.
 *
 * @param runId the run that does it, 0 for a person at the shell
 * @param asOf the business date things are judged as of and movements bear
 * @param before the date of the round before: what is gone now ended at its age then
 * @param decision the decision behind it, 0 for a night's
 */
public record Round(long id, long runId, LocalDate asOf, LocalDate before, long decision) {}
