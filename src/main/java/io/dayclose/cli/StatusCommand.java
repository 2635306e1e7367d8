package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.inquiry.RunList;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.CutOffRuns;
import io.dayclose.schedule.DueRuns;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the last days: which jobs ran, how they ended, how long they took, and what is late. */
@Command(name = "status", description = "days, runs, durations, what is late / 状态", mixinStandardHelpOptions = true)
final class StatusCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--date", paramLabel = "D", description = "one business date only / 业务日期")
    private @Nullable LocalDate date;

    @Override
    int work(Engine engine) {
        var cutOff = CutOffRuns.in(engine.work().dataSource());
        var since = Texts.of(Terminal.language()).format("status.cut_off") + " ";
        var stale = new StaleDates(engine.work()).all();
        format.print(
                new RunList(engine.work().jdbc())
                        .of(Optional.ofNullable(date), cutOff, since)
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
