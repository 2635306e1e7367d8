package io.dayclose.config.plan;

import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.YamlFile;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a plan that is not in force: a draft, wherever it lies. */
public final class PlanFile {
    private PlanFile() {}

    /** The plan, or all that is wrong with it. */
    public record Loaded(Optional<Plan> plan, Problems problems) {}

    public static Loaded read(Path file) {
        var problems = new Problems();
        var nodes = YamlFile.read(file.toString(), text(file), problems);
        nodes.forEach(node -> PlanShapes.PLAN.check(node, problems));
        if (nodes.isEmpty() || problems.count() > 0) {
            return new Loaded(Optional.empty(), problems);
        }
        var plan = new PlanReader(problems).read(nodes.get(0));
        return new Loaded(problems.count() == 0 ? Optional.of(plan) : Optional.empty(), problems);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw Refusal.usage(
                    Problem.at(file.toString(), Message.FILE_NOT_OPEN, String.valueOf(unreadable.getMessage())));
        }
    }
}
