package io.dayclose.cli;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.inquiry.Rows;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.describe.Preview;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how the first rows of a file would be read, column by column, and what is wrong. Needs no database. */
@Command(
        name = "preview",
        description = "how the first rows of a file would be read / 试读文件的前几行",
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
    private static final int ROWS = 10;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "FILE", description = "a file as it comes / 文件")
    private Path file = Path.of("");

    @Option(names = "--feed", paramLabel = "FEED", description = "the feed it is for (default: by its name) / 数据类别")
    private @Nullable String feed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var home = options.valid(spec.commandLine().getErr());
        if (home.isEmpty()) {
            return 2;
        }
        DescribeCommand.requireFile(file);
        var preview = preview(home.get());
        var rows = new Rows(List.of("line", "column", "header", "cell", "value", "fault"));
        preview.cells()
                .forEach(cell -> rows.add(
                        List.of(cell.line(), cell.column(), cell.header(), cell.text(), cell.value(), fault(cell))));
        format.print(rows, spec.commandLine().getOut());
        tell(preview);
        return preview.faulty() == 0 ? 0 : 4;
    }

    private Preview preview(Home home) {
        try {
            return Preview.of(file, feed(home), home.company(), ROWS);
        } catch (UnreadableSource unreadable) {
            throw Refusal.failed(Problem.at(file.toString(), unreadable.problem(), unreadable.values()));
        }
    }

    private void tell(Preview preview) {
        var err = spec.commandLine().getErr();
        preview.remarks()
                .forEach(remark -> err.println(Problem.at(
                                file.toString(),
                                remark.message(),
                                remark.values().toArray())
                        .text(Terminal.language())));
        err.println(Texts.of(Terminal.language()).format("preview.rows", file, preview.faulty(), preview.rows()));
    }

    private static String fault(Preview.Cell cell) {
        return cell.fault()
                .map(fault -> "[" + fault.reason() + "] " + fault.reason().sentence(Terminal.language()))
                .orElse("");
    }

    private Feed feed(Home home) {
        var name = String.valueOf(file.getFileName());
        return home.feeds().stream()
                .filter(each -> feed == null ? takes(each, name) : each.name().equals(feed))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(Problem.at(
                        feed == null ? name : "--feed",
                        Message.UNKNOWN_FEED,
                        feed == null ? name : feed,
                        home.feeds().stream().map(Feed::name).collect(Collectors.joining(", ")))));
    }

    private static boolean takes(Feed feed, String name) {
        return feed.source() instanceof FeedSource.Files files && new FileGlob(files.glob()).takes(name, LocalDate.MAX);
    }
}
