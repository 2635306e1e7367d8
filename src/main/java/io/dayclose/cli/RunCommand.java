package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.job.DryRun;
import io.dayclose.job.RunPreview;
import io.dayclose.run.Run;
import io.dayclose.run.RunRequest;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job for one business date, or continues it where it stopped. */
@Command(
        name = "run",
        description = "run or restart a job for a business date / 运行或续跑",
        mixinStandardHelpOptions = true)
final class RunCommand extends HomeCommand {
    @Mixin
    private UserOption user = new UserOption();

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

    @Option(names = "--force", description = "although the date is not over; needs --reason / 当日未结束也运行")
    private boolean force;

    @Option(
            names = "--dry-run",
            description = "compute and build workbooks under out/dry-run/, keep and send nothing / 试运行，不落库不发送")
    private boolean dryRun;

    @Option(
            names = "--preview",
            description = "only say what would change: facts, postings, mails, dates going stale / 预览会改变什么")
    private boolean preview;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    void require() {
        if (preview && dryRun || !preview && isTyped("--format")) {
            throw Refusal.usage(Problem.at("run", Message.BAD_OPTION, "--preview [--format F] | --dry-run"));
        }
        if (force && (reason == null || reason.isBlank())) {
            throw Refusal.usage(Problem.at("--force", Message.REASON_REQUIRED));
        }
    }

    @Override
    int work(Engine engine) {
        var request = new RunRequest(
                job,
                date,
                RunRequest.Cause.OPERATOR,
                user.name(),
                Optional.ofNullable(reason).filter(given -> !given.isBlank()),
                Optional.ofNullable(fromStep),
                force);
        if (preview) {
            var changes = new RunPreview(engine.work(), engine.transactions(), new Progress(err()));
            format.print(PreviewRows.of(changes.of(List.of(request))), out());
            return 0;
        }
        if (dryRun) {
            new DryRun(engine.work(), engine.transactions(), new Progress(err()))
                    .run(request)
                    .forEach(err()::println);
            return 0;
        }
        var result = engine.runner().run(request, new Progress(err()));
        HomeOptions.print(result.problems(), err());
        if (result.state() == Run.State.COMPLETED) {
            new Summary(engine.work(), request).print(out());
        }
        return result.exitCode();
    }
}
