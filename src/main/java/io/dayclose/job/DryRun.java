package io.dayclose.job;

import io.dayclose.database.NamedLock;
import io.dayclose.delivery.HostNames;
import io.dayclose.publish.Edition;
import io.dayclose.publish.ReportStep;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunPreconditions;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes a night and builds its workbooks in one transaction that is taken back: nothing is kept, nothing is sent. */
public final class DryRun {
    private final Work work;
    private final TransactionTemplate transaction;
    private final RunListener listener;

    public DryRun(Work work, PlatformTransactionManager transactions, RunListener listener) {
        this.work = work;
        this.listener = listener;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * The workbooks, below {@code out/dry-run/}.
     *
     * @throws Refusal while a run works on the books: what this one locks until its end would make that fail
     */
    public List<Path> run(RunRequest request) {
        new RunPreconditions(work, new RunStore(work.jdbc())).job(request);
        try (var lock = NamedLock.acquire(work.dataSource(), RunPreconditions.BOOKS)
                .orElseThrow(() -> Refusal.refused(Problem.at("--dry-run", Message.BOOKS_BUSY)))) {
            return compute(request);
        }
    }

    private List<Path> compute(RunRequest request) {
        var books = transaction.execute(status -> {
            status.setRollbackOnly();
            return build(new TrialNight(work, request, listener).work(), request.reason());
        });
        return books == null ? List.of() : books;
    }

    private List<Path> build(Run run, Optional<String> reason) {
        var books = new ArrayList<Path>();
        var report = new ReportStep(work, run, reason, listener);
        for (var task : report.tasks()) {
            var built = report.build(task, report.latest(task));
            if (report.isWanted(task, built)) {
                books.add(write(report.edition(task, 0), built.bytes()));
            }
        }
        return books;
    }

    private Path write(Edition edition, byte[] bytes) {
        var path = HostNames.resolve(
                work.home().files().folder(), edition.archivePath().replaceFirst("^out/archive/", "out/dry-run/"));
        try {
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
