package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import io.dayclose.calendar.SpokenDate;
import io.dayclose.job.RunRequest;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a job for every date of a span, oldest first, and stops at the first that fails. */
@Command(
        name = "backfill",
        description = "run a job for a span of dates, oldest first / 补跑",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "JOB", description = "a job of jobs-config/jobs / 作业")
    private String job = "";

    @Option(names = "--from", required = true, paramLabel = "D", description = "first business date / 起")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "D", description = "last business date / 止")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--reason",
            paramLabel = "T",
            defaultValue = "backfill",
            description = "why finished dates run again / 重跑原因")
    private String reason = "backfill";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw Refusal.usage(Problem.at("--to", Message.BAD_OPTION, to + " < --from " + from));
        }
        var home = options.validToKeep(spec.commandLine().getErr());
        if (home.isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            int worst = 0;
            for (var date : new DateSpan(from, to).days().toList()) {
                int code = run(engine, date);
                worst = Math.max(worst, code);
                if (code != 0 && code != 4) {
                    return code;
                }
            }
            return worst;
        }
    }

    private int run(Engine engine, LocalDate date) {
        var err = spec.commandLine().getErr();
        err.println(SpokenDate.withWeekday(date, Terminal.language().locale()));
        var request = new RunRequest(
                job, date, RunRequest.Cause.BACKFILL, options.user(), Optional.of(reason), Optional.empty());
        var result = engine.runner().run(request, new Progress(err));
        HomeOptions.print(result.problems(), err);
        return result.exitCode();
    }
}
