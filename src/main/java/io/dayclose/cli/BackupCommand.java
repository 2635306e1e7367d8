package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.backup.Backup;
import io.dayclose.backup.Manifest;
import io.dayclose.close.BookOperations;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes books, home and archive into one file. */
@Command(
        name = "backup",
        description = "write books, home and archive into one file / 备份账务、配置与归档",
        mixinStandardHelpOptions = true)
final class BackupCommand extends HomeCommand {
    @Parameters(paramLabel = "FILE", description = "a zip file, written over if it is there / 备份文件")
    private Path file = Path.of("");

    @Override
    int work(Engine engine) {
        var manifest = new BookOperations(engine.work(), engine.transactions()).alone("backup", () -> write(engine));
        say("backup.done", file, manifest.rows().size(), manifest.allRows(), manifest.files());
        return 0;
    }

    private Manifest write(Engine engine) {
        var work = engine.work();
        try {
            return new Backup(work.dataSource(), work.home().files().folder()).write(file.toAbsolutePath(), work.now());
        } catch (IOException full) {
            throw Refusal.failed(Problem.at(file.toString(), Message.FILE_NOT_WRITTEN, String.valueOf(full)));
        } catch (SQLException broken) {
            throw Refusal.failed(
                    Problem.at("database", Message.DATABASE_UNREACHABLE, String.valueOf(broken.getMessage())));
        }
    }
}
