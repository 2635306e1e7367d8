package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.calendar.DateSpan;
import io.dayclose.calendar.SpokenDate;
import io.dayclose.inquiry.Rows;
import io.dayclose.job.Backfill;
import io.dayclose.job.RunPreview;
import io.dayclose.run.RunRequest;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job for every date of a span, oldest first, and stops at the first that fails. */
@Command(
        name = "backfill",
        description = "run a job for a span of dates, oldest first / 补跑",
        mixinStandardHelpOptions = true)
final class BackfillCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private UserOption user = new UserOption();

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

    @Option(
            names = "--preview",
            description = "only say what would change: facts, postings, mails, dates going stale / 预览会改变什么")
    private boolean preview;

    @Override
    void require() {
        if (to.isBefore(from)) {
            throw Refusal.usage(Problem.at("--to", Message.BAD_OPTION, to + " < --from " + from));
        }
    }

    @Override
    int work(Engine engine) {
        if (preview) {
            var changes = new RunPreview(engine.work(), engine.transactions(), new Progress(err()));
            format.print(PreviewRows.of(changes.of(requests())), out());
            return 0;
        }
        var days = new ArrayList<Backfill.Day>();
        try {
            new Backfill(engine.work(), engine.runner(), new Progress(err()))
                    .run(new Backfill.Request(job, new DateSpan(from, to), reason, user.name()), into(days));
        } finally {
            tell(days);
        }
        return ExitCode.worst(days.stream().mapToInt(Backfill.Day::code));
    }

    private List<RunRequest> requests() {
        return from.datesUntil(to.plusDays(1))
                .map(date -> new RunRequest(
                        job, date, RunRequest.Cause.BACKFILL, user.name(), Optional.of(reason), Optional.empty()))
                .toList();
    }

    private Backfill.Follower into(List<Backfill.Day> days) {
        return new Backfill.Follower() {
            @Override
            public void begins(LocalDate date) {
                err().println(SpokenDate.withWeekday(date, Terminal.language().locale()));
            }

            @Override
            public void ended(Backfill.Day day) {
                days.add(day);
                HomeOptions.print(day.problems(), err());
            }
        };
    }

    /** A row per date, however far it came, and in the end the dates that need a person. */
    private void tell(List<Backfill.Day> days) {
        var rows = new Rows(
                List.of("business_date", "came", "taken_in", "returned", "net", "workbooks", "mails", "code", "why"));
        days.forEach(day -> rows.add(List.of(
                day.date(),
                day.came(),
                day.taken(),
                day.returned(),
                day.net(),
                day.workbooks(),
                day.mails(),
                day.code(),
                why(day))));
        format.print(rows, out());
        var open = days.stream()
                .filter(day -> day.code() != 0)
                .map(day -> day.date().toString())
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            say("backfill.open", open);
        }
    }

    private static String why(Backfill.Day day) {
        var before = day.before() ? Stream.of(DecideAction.said("backfill.before")) : Stream.<String>empty();
        var open = day.problems().stream().map(problem -> problem.text(Terminal.language()));
        return Stream.concat(before, open).collect(Collectors.joining("; "));
    }
}
