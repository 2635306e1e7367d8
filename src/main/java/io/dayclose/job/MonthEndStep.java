package io.dayclose.job;

import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.close.PayoutFile;
import io.dayclose.close.Proofs;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.phase.Phases;
import io.dayclose.run.Attempt;
import io.dayclose.run.Work;
import java.time.YearMonth;
import java.util.Optional;

/** Closes the months that are over by a run's date: the ledger is brought to its targets, then each month in its order. */
final class MonthEndStep {
    static final KeyForm<YearMonth> MONTH = new KeyForm<>(YearMonth::toString, YearMonth::parse);

    private final Work work;
    private final Attempt attempt;
    private final MonthClose close;
    private final Proofs proofs;

    MonthEndStep(Work work, Attempt attempt) {
        this.work = work;
        this.attempt = attempt;
        close = BookOperations.monthClose(work);
        proofs = new Proofs(work);
    }

    Phases phases() {
        close.requireAllRead();
        return new NightPhases(work, attempt.run())
                .commission()
                .then(Phase.of("month", MONTH, () -> close.due(attempt.run().date()), this::close));
    }

    /** Each closed month's list for the bank, again when the run was cut off before it was written. */
    void writeLists() {
        close.lastClosed(attempt.run().date())
                .map(close::closedWith)
                .ifPresent(closed -> closed.forEach(month -> new PayoutFile(work).write(month)));
    }

    private void close(YearMonth month) {
        var request = new MonthClose.Request(
                month,
                false,
                Optional.empty(),
                attempt.request().user(),
                attempt.run().id());
        close.require(request);
        proofs.require(month);
        close.close(request, work.now());
        proofs.sealBooks();
    }
}
