package io.dayclose.cli;

import io.dayclose.app.StartFailure;
import io.dayclose.text.Failures;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The shell's door: one command in, one exit code out, and never a stack trace. */
@Command(
        name = "dayclose",
        description = {"Closes the day: takes in sales, reconciles, reports, mails.", "日清月结：接收销售、对账、出报表、发邮件。"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            ReviseCommand.class,
            RequeueCommand.class,
            ScheduleCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            ShowCommand.class,
            CloseCommand.class,
            ProveCommand.class,
            ResendCommand.class,
            DecideCommand.class,
            BonusCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            DescribeCommand.class,
            PreviewCommand.class
        })
public final class DaycloseCommand {
    private static final int USAGE = 2;

    @Option(names = "--home", paramLabel = "DIR", description = "the home, also after the command / 家目录")
    private @Nullable Path home;

    /** The home that was said before the command. */
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    /** Runs a command line to its end. */
    public static int run(String... arguments) {
        var line = new CommandLine(new DaycloseCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, text -> dated(text, LocalDate::parse, "usage.date"));
        line.registerConverter(WaivedGate.class, DaycloseCommand::gate);
        line.registerConverter(YearMonth.class, text -> dated(text, YearMonth::parse, "usage.month"));
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine()
                    .getErr()
                    .println(String.valueOf(wrong.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + "; see "
                            + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        });
        line.setExecutionExceptionHandler((failed, command, parsed) -> told(failed, command));
        return line.execute(arguments);
    }

    private static WaivedGate gate(String text) {
        return Stream.of(WaivedGate.values())
                .filter(gate -> gate.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        Texts.of(Terminal.language()).format("usage.gate", text, List.of(WaivedGate.values()))));
    }

    private static <T> T dated(String text, Function<String, T> read, String complaint) {
        try {
            return read.apply(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException(Texts.of(Terminal.language()).format(complaint, text));
        }
    }

    private static int told(Exception failed, CommandLine command) {
        var known = failed instanceof RuntimeException runtime ? StartFailure.readable(runtime) : failed;
        if (known instanceof Refusal refusal) {
            command.getErr().println(refusal.problem().text(Terminal.language()));
            return refusal.exitCode();
        }
        Failures.keep(command.getCommandSpec().qualifiedName(), known);
        command.getErr()
                .println("dayclose: " + known.getClass().getSimpleName() + ": "
                        + String.valueOf(known.getMessage()).lines().findFirst().orElse(""));
        return 1;
    }
}
