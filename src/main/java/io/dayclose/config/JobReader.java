package io.dayclose.config;

import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** Reads a job's file. */
final class JobReader {
    static final Shape SHAPE = Shapes.fields()
            .required("job", Shapes.pattern("小写字母、数字和 -", "lower-case letters, digits and -", "[a-z][a-z0-9-]{0,30}"))
            .optional(
                    "schedule",
                    Shapes.fields()
                            .required("cron", Shapes.text())
                            .optional("zone", Shapes.zone())
                            .optional("business-date", Shapes.oneOf("yesterday", "today"))
                            .optional("catch-up", Shapes.flag()))
            .required("steps", Shapes.list(Shapes.text()))
            .optional("source-down", Shapes.oneOf("skip", "fail"))
            .optional("deadline", Shapes.timeOfDay());

    private final ZoneId companyZone;
    private final Problems problems;

    JobReader(ZoneId companyZone, Problems problems) {
        this.companyZone = companyZone;
        this.problems = problems;
    }

    Job read(Node node) {
        var values = Values.of(node);
        values.nodes("steps").forEach(this::checkStep);
        if (values.node("steps").isPresent() && values.nodes("steps").isEmpty()) {
            problems.add(values.place("steps"), Message.UNKNOWN_STEP, "[]", NightStep.all());
        }
        return new Job(
                values.text("job", ""),
                values.node("schedule").flatMap(this::schedule),
                values.texts("steps").stream()
                        .map(NightStep::of)
                        .flatMap(Optional::stream)
                        .toList(),
                values.text("source-down", "skip").equals("fail"));
    }

    private void checkStep(Node step) {
        if (NightStep.of(Values.scalar(step)).isEmpty()) {
            problems.add(step.place(), Message.UNKNOWN_STEP, Values.scalar(step), NightStep.all());
        }
    }

    private Optional<Job.Schedule> schedule(Node node) {
        var values = Values.of(node);
        var cron = values.text("cron", "");
        if (!CronExpression.isValidExpression(cron)) {
            problems.add(values.place("cron"), Message.BAD_CRON, cron);
            return Optional.empty();
        }
        var zone = values.zone("zone", companyZone);
        int daysBack = values.text("business-date", "yesterday").equals("yesterday") ? 1 : 0;
        return Optional.of(new Job.Schedule(cron, zone, daysBack, values.flag("catch-up", true)));
    }
}
