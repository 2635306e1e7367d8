package io.dayclose.cli;

import io.dayclose.backup.Restore;
import io.dayclose.delivery.Hold;
import io.dayclose.job.Bookkeeping;
import io.dayclose.job.Requeue;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
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
    public Integer call() throws IOException, SQLException {
        try (var backup = new Restore(file)) {
            backup.requireWhole();
            int files = backup.files(options.folder()).size();
            var home = options.valid(err());
            if (home.isEmpty()) {
                return 2;
            }
            try (var engine = Engine.start(home.get())) {
                return restore(engine, backup, files);
            }
        }
    }

    private int restore(Engine engine, Restore backup, int files) throws SQLException, IOException {
        var work = engine.work();
        var contents = backup.contents();
        backup.tables(work.dataSource(), new Hold.Since(work.now(), user.name(), "restore of " + contents.madeAt()));
        say("restore.done", contents.madeAt(), contents.allRows(), files);
        var requeue = new Requeue(work, new Progress(err()));
        var queued = new Bookkeeping(work, engine.transactions()).alone("restore", requeue::queue);
        var rows = new Rows(List.of("file", "night"));
        queued.forEach(each -> rows.add(List.of(each.file().place(), each.night())));
        format.print(rows, spec.commandLine().getOut());
        say("requeue.done", queued.size());
        say("restore.held");
        return 0;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void say(String key, Object... values) {
        err().println(Texts.of(Terminal.language()).format(key, values));
    }
}
