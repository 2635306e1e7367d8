package io.dayclose.cli;

import io.dayclose.config.Home;
import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.delivery.HostNames;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the home is: said at the command or before it. */
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "folder with jobs-config/ and sql/ (default: DAYCLOSE_HOME, else here) / 家目录")
    private @Nullable Path home;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Path folder() {
        return Optional.ofNullable(home)
                .or(() -> ((DaycloseCommand) command.root().userObject()).home())
                .or(() -> Optional.ofNullable(System.getenv("DAYCLOSE_HOME")).map(Path::of))
                .orElse(Path.of("."));
    }

    /** For a command that needs no home: where there is one, its language is spoken. */
    void speakItsLanguage() {
        if (Files.exists(folder().resolve("jobs-config/company.yml"))) {
            load();
        }
    }

    /** The home as far as it can be read, and what is wrong with it. */
    HomeReader.Loaded load() {
        var environment = new StandardEnvironment();
        var loaded =
                HomeReader.read(new HomeFiles(folder()), name -> Optional.ofNullable(environment.getProperty(name)));
        Terminal.speak(loaded.home().company().language());
        return loaded;
    }

    /** The home when nothing is wrong with it; else prints everything that is. */
    Optional<Home> valid(PrintWriter err) {
        var loaded = load();
        print(loaded.problems().sorted(), err);
        if (!HostNames.holdAll()) {
            err.println("! " + Problem.at("LANG", Message.NAMES_NOT_HELD).text(Terminal.language()));
        }
        return loaded.problems().count() == 0 ? Optional.of(loaded.home()) : Optional.empty();
    }

    static void print(List<Problem> problems, PrintWriter out) {
        problems.forEach(problem -> out.println(problem.text(Terminal.language())));
    }
}
