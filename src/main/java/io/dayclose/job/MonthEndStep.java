package io.dayclose.job;

import io.dayclose.commission.close.MonthClose;
import io.dayclose.commission.posting.CommissionTasks.Task;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Closes the months that are over by a run's date: the ledger is brought to its targets, then each month in its order. */
final class MonthEndStep implements ItemStreamReader<Task> {
    private final Work work;
    private final Attempt attempt;
    private final CommissionStep commission;
    private final MonthClose close;
    private @Nullable Deque<YearMonth> months;

    MonthEndStep(Work work, Attempt attempt) {
        this.work = work;
        this.attempt = attempt;
        commission = new CommissionStep(work, attempt.run(), attempt.listener());
        close = Bookkeeping.monthClose(work);
    }

    @Override
    public void open(ExecutionContext context) {
        close.requireAllRead();
        commission.open(context);
    }

    @Override
    public @Nullable Task read() {
        var task = commission.read();
        if (task != null) {
            return task;
        }
        if (months == null) {
            months = new ArrayDeque<>(close.due(attempt.run().date()));
        }
        var month = months.poll();
        return month == null ? null : new Task(month.toString(), () -> close(month));
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
        close.close(request, work.now());
    }
}
