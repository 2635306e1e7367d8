package io.dayclose.intake.check;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.Decision;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import java.time.LocalDate;

/** A business date so long before its night that a slip of the year is likelier than a late record. */
public final class StaleDates {
    private final String column;
    private final LocalDate oldest;

    /** @param night the one the records came on */
    public StaleDates(Feed feed, LocalDate night) {
        column = feed.schema().date().orElse("");
        oldest = night.minusDays(feed.rules().lateDays());
    }

    /** Whether a record that could become a fact by itself is dated too early for a new one. */
    public boolean isStale(ValidatedRecord judged) {
        var fault = judged.fault();
        boolean mayBecomeFact = fault == null || fault.reason().healsByItself();
        boolean told = judged.decision() == Decision.DUPLICATE || judged.decision() == Decision.WAITING;
        var date = judged.businessDate();
        return mayBecomeFact && !told && date != null && date.isBefore(oldest);
    }

    public Fault fault(ValidatedRecord judged) {
        return new Fault(Reason.STALE_DATE, column, String.valueOf(judged.businessDate()), "≥ " + oldest);
    }
}
