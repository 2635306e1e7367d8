package io.dayclose.job;

import io.dayclose.commission.posting.CommissionTasks;
import io.dayclose.config.NightStep;
import io.dayclose.consignment.round.ReconcileTasks;
import io.dayclose.database.Tasks;
import io.dayclose.run.Run;
import io.dayclose.run.Work;
import io.dayclose.stock.roll.StockTasks;

/** The steps of a night whose work is told task by task; asked again, each goes on where it was cut off. */
final class NightTasks {
    private final Work work;
    private final Run run;

    NightTasks(Work work, Run run) {
        this.work = work;
        this.run = run;
    }

    Tasks of(NightStep step) {
        return switch (step) {
            case RECONCILE -> new ReconcileTasks(work.jdbc(), work.bulk(), work.home()).begin(run.date(), run.id());
            case STOCK -> new StockTasks(work.jdbc(), work.bulk()).begin();
            case COMMISSION -> commission();
            default -> throw new IllegalArgumentException("step must be told task by task: " + step);
        };
    }

    /** Brings the ledger to its targets. */
    Tasks commission() {
        return new CommissionTasks(work.jdbc(), work.bulk(), work.home().plans().values()).begin(run.date(), run.id());
    }
}
