package io.dayclose.cli;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.intake.describe.FeedProposal;
import io.dayclose.intake.read.UnreadableFile;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes a feed's file from a file somebody has. Needs neither a database nor a home; in one it speaks its language. */
@Command(
        name = "describe",
        description = "propose a feed's file from a file you have / 根据文件草拟数据配置",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "FILE", description = "an export of any kind / 导出的文件")
    private Path file = Path.of("");

    @Option(names = "--feed", paramLabel = "FEED", description = "the feed it is for (default: guessed) / 数据类别")
    private @Nullable String feed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.speakItsLanguage();
        var proposal = proposal();
        if (proposal.isEmpty()) {
            spec.commandLine().getErr().println(Texts.of(Terminal.language()).format("describe.none", file));
            return 1;
        }
        spec.commandLine().getOut().print(proposal.get().yaml());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Optional<FeedProposal> proposal() {
        requireFile(file);
        if (feed != null && FeedCatalogue.delivered().schema(feed).isEmpty()) {
            var known = String.join(", ", FeedCatalogue.delivered().names());
            throw Refusal.usage(Problem.at("--feed", Message.UNKNOWN_FEED, feed, known));
        }
        try {
            return FeedProposal.of(file, Optional.ofNullable(feed), Terminal.language());
        } catch (IOException unreadable) {
            throw Refusal.failed(Problem.at(
                    file.toString(),
                    Message.FILE_UNREADABLE,
                    UnreadableFile.of(unreadable).why()));
        }
    }

    static void requireFile(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.usage(Problem.at(file.toString(), Message.FILE_NOT_THERE));
        }
    }
}
