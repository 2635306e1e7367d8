package io.dayclose.job;

import io.dayclose.database.NamedLock;
import io.dayclose.delivery.HostNames;
import io.dayclose.intake.past.PastChanges;
import io.dayclose.target.night.TargetNight;
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
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
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
        new Admission(work, new RunStore(work.jdbc())).job(request);
        try (var lock = NamedLock.acquire(work.dataSource(), Admission.BOOKS)
                .orElseThrow(() -> Refusal.refused(Problem.at("--dry-run", Message.BOOKS_BUSY)))) {
            return compute(request);
        }
    }

    private List<Path> compute(RunRequest request) {
        var run = Run.unkept(request.job(), request.date(), work.now());
        var books = transaction.execute(status -> {
            status.setRollbackOnly();
            var intake = new Intake(work, run, listener, true);
            intake.collectMended();
            intake.feeds().forEach(this::takeIn);
            new Following(work, request.date()).follow(listener);
            work.saleDays().touched().forEach(work.saleDays()::sum);
            new PastChanges(work.jdbc(), work.bulk(), request.date()).note();
            var tasks = new NightTasks(work, run);
            Stream.of("reconcile", "stock").filter(step -> has(request, step)).forEach(step -> tasks.of(step)
                    .runAll());
            if (has(request, "target")) {
                new TargetNight(work.jdbc(), work.bulk(), work.home())
                        .run(request.date())
                        .forEach(listener::notice);
            }
            if (has(request, "commission")) {
                tasks.commission().runAll();
            }
            return build(run, request.reason());
        });
        return books == null ? List.of() : books;
    }

    private boolean has(RunRequest request, String step) {
        return work.home()
                .job(request.job())
                .filter(job -> job.steps().contains(step))
                .isPresent();
    }

    private void takeIn(FeedStep feed) {
        feed.open();
        try {
            for (var block = feed.read(); block != null; block = feed.read()) {
                feed.write(Chunk.of(block));
            }
        } finally {
            feed.close();
        }
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
        var path = HostNames.resolve(work.home().files().folder(), "out/dry-run/" + edition.fileName());
        try {
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
