package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works in a home with its database: what all of them have around what they do. */
abstract class HomeCommand implements Callable<Integer> {
    private static final int USAGE = 2;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Spec
    private CommandSpec spec;

    /**
     * Does it.
     *
     * @return the exit code
     */
    abstract int work(Engine engine) throws InterruptedException;

    /** Refuses what makes no sense, before the database is asked. */
    void require() {}

    @Override
    public final Integer call() throws InterruptedException {
        var home = options.valid(err());
        if (home.isEmpty()) {
            return USAGE;
        }
        require();
        try (var engine = Engine.start(home.get())) {
            return work(engine);
        }
    }

    /** Whether an option was typed, whatever its value. */
    final boolean isTyped(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** One sentence beside the rows. */
    final void say(String key, Object... values) {
        err().println(Texts.of(Terminal.language()).format(key, values));
    }
}
