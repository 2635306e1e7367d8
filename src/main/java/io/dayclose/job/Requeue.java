package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.source.UnknownFiles;
import io.dayclose.intake.source.UnknownFiles.Unknown;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunStore;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What lies in the archive and the database does not know: keeps nights from closing without it, and has it read again. */
public final class Requeue {
    private static final int MOST_NAMED = 3;

    private final Work work;
    private final RunListener listener;
    private final UnknownFiles files;

    public Requeue(Work work, RunListener listener) {
        this.work = work;
        this.listener = listener;
        files = new UnknownFiles(work.home(), work.jdbc());
    }

    /** A file and the night it will be read by. */
    public record Queued(Unknown file, LocalDate night) {}

    /** @throws Refusal when the archive holds files that the database does not know */
    void requireNone() {
        var unknown = files.all();
        if (!unknown.isEmpty()) {
            var named = unknown.stream().limit(MOST_NAMED).map(Unknown::place).collect(Collectors.joining(", "));
            throw Refusal.refused(Problem.at(
                    "run",
                    Message.ARCHIVE_UNKNOWN,
                    unknown.size(),
                    named + (unknown.size() > MOST_NAMED ? ", …" : "")));
        }
    }

    /** The files, and which night each belongs to: that of its folder, or the next one where that has been closed without it. */
    public List<Queued> all() {
        return files.all().stream().map(file -> new Queued(file, night(file))).toList();
    }

    /** Has them read by those nights; nobody else may work on the books. */
    public List<Queued> queue() {
        var queued = new ArrayList<>(all());
        queued.forEach(each ->
                files.feed(each.file()).ifPresentOrElse(feed -> queue(each, feed), () -> files.sendBack(each.file())));
        return queued;
    }

    private void queue(Queued each, Feed feed) {
        var run = Run.unkept("", each.night(), 1, work.now());
        files.queue(new Intake(work, run, listener, Optional.empty()).night(feed), each.file());
    }

    private LocalDate night(Unknown file) {
        var runs = new RunStore(work.jdbc());
        return work.home().jobs().values().stream()
                .filter(job -> job.has(NightStep.EXTRACT))
                .map(Job::name)
                .filter(job -> runs.completed(job, file.night()))
                .flatMap(job -> runs.lastDate(job).stream())
                .map(last -> last.plusDays(1))
                .findFirst()
                .orElse(file.night());
    }
}
