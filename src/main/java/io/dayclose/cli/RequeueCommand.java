package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.inquiry.Rows;
import io.dayclose.job.Requeue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has files of the archive that the database does not know read again, as after a restore. */
@Command(
        name = "requeue",
        description = "read archived files again that the database does not know / 重新接收数据库中没有的归档文件",
        mixinStandardHelpOptions = true)
final class RequeueCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--dry-run", description = "only list them / 只列出")
    private boolean dryRun;

    @Override
    int work(Engine engine) {
        var requeue = new Requeue(engine.work(), new Progress(err()));
        var queued = dryRun
                ? requeue.all()
                : new BookOperations(engine.work(), engine.transactions()).alone("requeue", requeue::queue);
        var rows = new Rows(List.of("file", "night"));
        queued.forEach(each -> rows.add(List.of(each.file().place(), each.night())));
        format.print(rows, out());
        say(dryRun ? "requeue.listed" : "requeue.done", queued.size());
        return 0;
    }
}
