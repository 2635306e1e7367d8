package io.dayclose.ledger.store;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One posting of one origin month.
 *
 * @param by what posts, such as {@code round 17}: it cannot post an entry twice
 * @param runId 0 for a person at the shell
 */
public record PostingHeader(YearMonth origin, YearMonth posting, LocalDate date, String by, long runId) {}
