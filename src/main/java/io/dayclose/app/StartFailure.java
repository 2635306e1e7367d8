package io.dayclose.app;

import io.dayclose.database.DatabaseTrouble;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.BeansException;

/** Why the program did not start, or a command could not go on: the database's own words instead of a chain of causes. */
public final class StartFailure {
    private StartFailure() {}

    /** A {@link Refusal} where the cause is known, else the failure itself. */
    public static RuntimeException readable(RuntimeException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal;
            }
            if (each instanceof FlywayException flyway) {
                return migration(flyway);
            }
            if (each instanceof SQLException sql && (each.getCause() == null || isConnection(sql))) {
                return Refusal.failed(DatabaseTrouble.of(failed)
                        .orElseGet(() -> Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(sql))));
            }
        }
        return failed instanceof BeansException ? notStarted(failed) : failed;
    }

    /** An address no driver takes, a server too old: the innermost words are the ones that help. */
    private static Refusal notStarted(RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var last = root;
        return Refusal.failed(DatabaseTrouble.of(failed)
                .orElseGet(() -> Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(last))));
    }

    /** Tables that could not be brought to this version, or were brought further by another. */
    private static Refusal migration(FlywayException failed) {
        if (failed instanceof FlywayValidateException) {
            var lines = String.valueOf(failed.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return Refusal.failed(Problem.at("database", Message.OTHER_MIGRATIONS, String.join(" ", lines)));
        }
        var trouble = DatabaseTrouble.of(failed);
        if (trouble.isPresent()) {
            return Refusal.failed(trouble.get());
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
            if (root instanceof SQLException sql && isConnection(sql)) {
                return Refusal.failed(Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(sql)));
            }
        }
        return Refusal.failed(Problem.at("database", Message.MIGRATION_FAILED, firstLine(failed), firstLine(root)));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isConnection(SQLException failed) {
        return failed.getSQLState() != null && failed.getSQLState().startsWith("08");
    }
}
