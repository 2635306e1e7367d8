package io.dayclose.run;

import io.dayclose.database.DatabaseTrouble;
import io.dayclose.text.Failures;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.nio.file.FileSystemException;

/** Says in one line why a step failed; the stack trace goes to the log file only. */
public final class FailureText {
    private FailureText() {}

    public static String inWords(Throwable failure, Language language) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal.problem().text(language);
            }
        }
        var database = DatabaseTrouble.of(failure);
        if (database.isPresent()) {
            return database.get().text(language);
        }
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof FileSystemException file) {
            return of(file).text(language);
        }
        var text = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + ": " + text;
    }

    /** A reason is what the system gives for what it could not do, such as a full disk; without one a right is missing. */
    private static Problem of(FileSystemException file) {
        var place = file.getOtherFile() == null ? file.getFile() : file.getOtherFile();
        return file.getReason() == null
                ? Problem.at(
                        place,
                        Message.FILE_NOT_OPEN,
                        file.getClass().getSimpleName().replace("Exception", ""))
                : Problem.at(place, Message.FILE_NOT_WRITTEN, file.getReason());
    }

    public static void log(Throwable failure, Run run, String step) {
        Failures.keep("%s for %s failed in step %s".formatted(run.job(), run.date(), step), failure);
    }
}
