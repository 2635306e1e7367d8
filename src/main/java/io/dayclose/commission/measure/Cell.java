package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import java.time.YearMonth;

/** Whose lines of which origin month are summed together, and those of them that rules treat alike. */
public record Cell(Account account, YearMonth origin, Bucket bucket) {}
