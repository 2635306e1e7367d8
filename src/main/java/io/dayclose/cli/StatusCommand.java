package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.intake.source.NightCounts;
import io.dayclose.job.CutOffRuns;
import io.dayclose.job.DueRuns;
import io.dayclose.job.StaleDates;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the last days: which jobs ran, how they ended, how long they took, and what is late. */
@Command(name = "status", description = "days, runs, durations, what is late / 状态", mixinStandardHelpOptions = true)
final class StatusCommand extends HomeCommand {
    private static final String RUNS = """
            SELECT r.business_date, r.job, r.run_number AS run,
                   IF(FIND_IN_SET(r.run_id, ?), 'CUT_OFF', r.state) AS state, r.attempts, r.cause, r.started_by AS user, r.started_at,
                   TIMESTAMPDIFF(SECOND, r.started_at, COALESCE(r.ended_at, r.heartbeat)) AS seconds,
                   (SELECT COALESCE(SUM(%s), 0) FROM feed_source s WHERE s.night = r.business_date) AS records,
                   (SELECT COUNT(*) FROM outbox o WHERE o.run_id = r.run_id) AS workbooks,
                   IF(FIND_IN_SET(r.run_id, ?), CONCAT(?, r.heartbeat), r.message) AS message
            FROM job_run r WHERE (? IS NULL OR r.business_date = ?) ORDER BY r.business_date DESC, r.job, r.run_number DESC LIMIT 60""".formatted(NightCounts.CAME);

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--date", paramLabel = "D", description = "one business date only / 业务日期")
    private @Nullable LocalDate date;

    @Override
    int work(Engine engine) {
        var cutOff = CutOffRuns.in(engine.work().dataSource()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        var since = Texts.of(Terminal.language()).format("status.cut_off") + " ";
        var stale = new StaleDates(engine.work()).all();
        format.print(
                Shown.rows(engine.work().jdbc(), RUNS, cutOff, cutOff, since, date, date)
                        .with("stale", run -> stale.entrySet().stream()
                                .filter(each -> each.getKey().date().toString().equals(run.get("business_date"))
                                        && each.getKey().job().equals(run.get("job")))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse("")),
                out());
        if (!stale.isEmpty()) {
            say("status.stale", stale.size());
        }
        new DueRuns(engine.work()).all().forEach((job, due) -> say("status.late", job, due));
        return 0;
    }
}
