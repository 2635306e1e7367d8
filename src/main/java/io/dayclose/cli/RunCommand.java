package io.dayclose.cli;

import io.dayclose.job.DryRun;
import io.dayclose.job.Run;
import io.dayclose.job.RunRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a job for one business date, or continues it where it stopped. */
@Command(
        name = "run",
        description = "run or restart a job for a business date / 运行或续跑",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "JOB", description = "a job of jobs-config/jobs, e.g. nightly / 作业")
    private String job = "";

    @Option(names = "--date", required = true, paramLabel = "D", description = "business date, e.g. 2026-11-22 / 业务日期")
    private LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--from-step",
            paramLabel = "S",
            description = "run a finished job again from this step on / 从某步骤重跑")
    private @Nullable String fromStep;

    @Option(names = "--reason", paramLabel = "T", description = "why a finished job runs again / 重跑原因")
    private @Nullable String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var home = options.valid(err);
        if (home.isEmpty()) {
            return 2;
        }
        var request = new RunRequest(
                job,
                date,
                RunRequest.Cause.OPERATOR,
                options.user(),
                Optional.ofNullable(reason).filter(given -> !given.isBlank()),
                Optional.ofNullable(fromStep));
        try (var engine = Engine.start(home.get())) {
            if (options.dryRun()) {
                new DryRun(engine.work(), engine.transactions(), new Progress(err))
                        .run(request)
                        .forEach(err::println);
                return 0;
            }
            var result = engine.runner().run(request, new Progress(err));
            HomeOptions.print(result.problems(), err);
            if (result.state() == Run.State.COMPLETED) {
                new Summary(engine.work(), request).print(err);
            }
            return result.exitCode();
        }
    }
}
