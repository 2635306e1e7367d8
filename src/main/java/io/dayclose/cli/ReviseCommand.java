package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.inquiry.Rows;
import io.dayclose.job.Revising;
import io.dayclose.job.Revising.Due;
import io.dayclose.run.RunRequest;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes workbooks of reported dates again and mails what has changed. */
@Command(
        name = "revise",
        description = "make the workbooks of stale dates again and mail what has changed / 重新生成过时的报表",
        mixinStandardHelpOptions = true)
final class ReviseCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private UserOption user = new UserOption();

    @Option(names = "--from", paramLabel = "D", description = "first business date, stale or not / 起")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "last business date / 止")
    private @Nullable LocalDate to;

    @Option(names = "--stale", description = "all dates that are stale (the default) / 全部过时的日期")
    private boolean stale;

    @Option(names = "--dry-run", description = "only say which dates they are / 只列出日期")
    private boolean dryRun;

    @Override
    void require() {
        if ((from == null) != (to == null) || from != null && stale) {
            throw Refusal.usage(Problem.at("revise", Message.BAD_OPTION, "--from D --to D | --stale"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.usage(Problem.at("--to", Message.BAD_OPTION, to + " < --from " + from));
        }
    }

    @Override
    int work(Engine engine) {
        var revising = new Revising(engine.work(), engine.runner());
        var due = from == null || to == null ? revising.stale() : revising.between(from, to);
        if (due.isEmpty()) {
            say("revise.none");
        }
        var rows = new Rows(List.of("business_date", "job", "workbooks", "mails", "code", "why"));
        int worst = 0;
        try {
            for (var each : due) {
                int code = dryRun ? told(each, rows) : revise(revising, each, rows);
                worst = ExitCode.worst(IntStream.of(worst, code));
                if (code == 1) {
                    break; // later dates stand on this one
                }
            }
        } finally {
            format.print(rows, out());
        }
        return worst;
    }

    private static int told(Due due, Rows rows) {
        rows.add(List.of(due.edition().date(), due.edition().job(), "", "", "", due.why()));
        return 0;
    }

    private int revise(Revising revising, Due due, Rows rows) {
        var revised = revising.revise(due, RunRequest.Cause.OPERATOR, user.name(), new Progress(err()));
        var result = revised.result();
        HomeOptions.print(result.problems(), err());
        rows.add(List.of(
                due.edition().date(),
                due.edition().job(),
                revised.workbooks(),
                revised.mails(),
                result.exitCode(),
                due.why()));
        return result.exitCode();
    }
}
