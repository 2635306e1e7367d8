package io.dayclose.database;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What a failure of the database means to whoever can mend it: the cause and the way out, with the server's own words. */
public final class DatabaseTrouble {
    private static final Set<Integer> NO_RIGHT = Set.of(1044, 1142, 1143, 1227, 1370, 1419);
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);
    private static final Set<Integer> FULL = Set.of(3, 28, 1021, 1114);
    private static final Set<Integer> TOO_LONG_A_WAIT = Set.of(1205, 1213);
    private static final int WRONG_PASSWORD = 1045;
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int PACKET = 1153;

    private DatabaseTrouble() {}

    /** What it is, when it is the database's at all. */
    public static Optional<Problem> of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (words(each).contains("Public Key Retrieval is not allowed")) {
                return Optional.of(Problem.at("database", Message.KEY_RETRIEVAL));
            }
            if (each instanceof SQLException sql) {
                var known = known(sql);
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> known(SQLException sql) {
        int code = sql.getErrorCode();
        var words = words(sql);
        if (NO_RIGHT.contains(code)) {
            return at(Message.NO_RIGHT, words);
        }
        if (READ_ONLY.contains(code)) {
            return at(Message.SERVER_READ_ONLY, words);
        }
        if (FULL.contains(code)) {
            return at(Message.SERVER_FULL, words);
        }
        if (TOO_LONG_A_WAIT.contains(code)) {
            return at(Message.ROWS_HELD, words);
        }
        return switch (code) {
            case WRONG_PASSWORD -> at(Message.WRONG_PASSWORD, words);
            case NO_SUCH_DATABASE -> at(Message.NO_SUCH_DATABASE, words);
            case PACKET -> at(Message.PACKET_TOO_SMALL, words);
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> at(Message message, String words) {
        return Optional.of(Problem.at("database", message, words));
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
