package io.dayclose.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Lists the workbooks only when the step begins, when the night's master data is in. A restart goes through the list
 * again from the start: what is in the outbox already says nothing new.
 */
final class LateReportStep implements ItemStreamReader<ReportStep.Task> {
    private final Supplier<ReportStep> reports;
    private final Deque<ReportStep.Task> tasks = new ArrayDeque<>();
    private @Nullable ReportStep report;

    LateReportStep(Supplier<ReportStep> reports) {
        this.reports = reports;
    }

    @Override
    public void open(ExecutionContext context) {
        var begun = reports.get();
        report = begun;
        tasks.addAll(begun.tasks());
    }

    @Override
    public ReportStep.@Nullable Task read() {
        return tasks.poll();
    }

    void write(Chunk<? extends ReportStep.Task> chunk) {
        chunk.forEach(Objects.requireNonNull(report, "open() comes first")::make);
    }
}
