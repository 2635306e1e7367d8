package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.delivery.Hold;
import io.dayclose.inquiry.Rows;
import io.dayclose.schedule.DueRuns;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is due, and stops or lets go all that starts and leaves by itself. */
@Command(
        name = "schedule",
        description = "what is due; pause or resume all that starts by itself and every mail / 调度：暂停与恢复",
        mixinStandardHelpOptions = true)
final class ScheduleCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private UserOption user = new UserOption();

    @Parameters(arity = "0..1", paramLabel = "pause|resume", description = "nothing: only say what is due / 操作")
    private String action = "";

    @Option(names = "--reason", paramLabel = "T", description = "why it is paused / 原因")
    private String reason = "";

    @Override
    void require() {
        if (!List.of("", "pause", "resume").contains(action)) {
            throw Refusal.usage(Problem.at("schedule", Message.BAD_OPTION, "pause | resume"));
        }
        if (action.equals("pause") && reason.isBlank()) {
            throw Refusal.usage(Problem.at("--reason", Message.REASON_REQUIRED));
        }
    }

    @Override
    int work(Engine engine) {
        var hold = new Hold(engine.work().jdbc());
        if (action.equals("pause")) {
            hold.begin(new Hold.Since(engine.work().now(), user.name(), reason));
        } else if (action.equals("resume")) {
            say(hold.end() ? "schedule.resumed" : "schedule.running");
        }
        hold.now().ifPresent(held -> say("schedule.held", held.since(), held.who(), held.reason()));
        var rows = new Rows(List.of("job", "business_date"));
        new DueRuns(engine.work()).all().forEach((job, date) -> rows.add(List.of(job, date)));
        format.print(rows, out());
        return 0;
    }
}
