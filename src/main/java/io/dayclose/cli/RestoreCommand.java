package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.app.StartFailure;
import io.dayclose.backup.Restore;
import io.dayclose.close.BookOperations;
import io.dayclose.delivery.Hold;
import io.dayclose.inquiry.Rows;
import io.dayclose.job.Requeue;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.UncategorizedSQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a backup into an empty database and a home; mails are held, and what came after the backup is read again. */
@Command(
        name = "restore",
        description = "read a backup into an empty database / 恢复到空数据库",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private UserOption user = new UserOption();

    @Parameters(paramLabel = "FILE", description = "what dayclose backup has written / 备份文件")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var backup = new Restore(file, options.folder())) {
            backup.requireWhole();
            try {
                return restore(backup);
            } finally {
                backup.undo();
            }
        }
    }

    private int restore(Restore backup) throws IOException {
        backup.configuration();
        var home = options.valid(err());
        if (home.isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            var books = new BookOperations(engine.work(), engine.transactions());
            books.alone("restore", () -> restore(engine.work(), backup));
            say("restore.done", backup.contents().madeAt(), backup.contents().allRows(), backup.written());
            queue(engine.work(), books);
        }
        return 0;
    }

    private boolean restore(Work work, Restore backup) {
        var hold = new Hold.Since(
                work.now(), user.name(), "restore of " + backup.contents().madeAt());
        try {
            backup.books(work.dataSource(), hold);
            return true;
        } catch (IOException full) {
            throw Refusal.failed(Problem.at(
                    options.folder().toString(), Message.FILE_NOT_WRITTEN, String.valueOf(full.getMessage())));
        } catch (SQLException broken) {
            throw StartFailure.readable(new UncategorizedSQLException("restore", null, broken));
        }
    }

    private void queue(Work work, BookOperations books) {
        var requeue = new Requeue(work, new Progress(err()));
        var queued = books.alone("restore", requeue::queue);
        var rows = new Rows(List.of("file", "night"));
        queued.forEach(each -> rows.add(List.of(each.file().place(), each.night())));
        format.print(rows, spec.commandLine().getOut());
        say("requeue.done", queued.size());
        say("restore.held");
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void say(String key, Object... values) {
        err().println(Texts.of(Terminal.language()).format(key, values));
    }
}
