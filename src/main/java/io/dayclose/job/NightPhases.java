package io.dayclose.job;

import io.dayclose.commission.posting.CommissionPhases;
import io.dayclose.config.NightStep;
import io.dayclose.consignment.round.ReconcilePhases;
import io.dayclose.phase.Phases;
import io.dayclose.run.Run;
import io.dayclose.run.Work;
import io.dayclose.stock.roll.StockPhases;

/** The steps of a night whose work is told phase by phase; asked again, each goes on where it was cut off. */
final class NightPhases {
    private final Work work;
    private final Run run;

    NightPhases(Work work, Run run) {
        this.work = work;
        this.run = run;
    }

    Phases of(NightStep step) {
        return switch (step) {
            case RECONCILE -> new ReconcilePhases(work.jdbc(), work.bulk(), work.home()).begin(run.date(), run.id());
            case STOCK -> new StockPhases(work.jdbc(), work.bulk()).begin();
            case COMMISSION -> commission();
            default -> throw new IllegalArgumentException("step must be told phase by phase: " + step);
        };
    }

    /** Brings the ledger to its targets. */
    Phases commission() {
        return new CommissionPhases(
                        work.jdbc(), work.bulk(), work.home().plans().values())
                .begin(run.date(), run.id());
    }
}
