package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.config.Home;
import io.dayclose.config.SchemaFiles;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks every file of a home, then every query and connection, and prints all that is wrong at once. */
@Command(
        name = "check",
        description = "check all files of jobs-config and sql, queries, connections, mail / 检查全部配置",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var loaded = options.load();
        var problems = new ArrayList<>(loaded.problems().sorted());
        writeSchemas(loaded.home());
        if (problems.isEmpty()) {
            problems.addAll(checkOutside(loaded.home()));
        }
        HomeOptions.print(problems, spec.commandLine().getOut());
        var key = problems.isEmpty() ? "check.good" : "check.bad";
        spec.commandLine().getErr().println(Texts.of(Terminal.language()).format(key, problems.size()));
        return problems.isEmpty() ? 0 : 2;
    }

    /** Queries are only worth preparing when the files around them are right. */
    private static List<Problem> checkOutside(Home home) {
        try (var engine = Engine.start(home)) {
            return new OutsideCheck(engine.work()).problems();
        } catch (Refusal refusal) {
            return List.of(refusal.problem());
        }
    }

    private void writeSchemas(Home home) {
        try {
            SchemaFiles.write(home.files().folder());
        } catch (IOException readOnly) {
            spec.commandLine()
                    .getErr()
                    .println(Problem.at("jobs-config/schema", Message.BAD_OPTION, String.valueOf(readOnly.getMessage()))
                            .text(Terminal.language()));
        }
    }
}
