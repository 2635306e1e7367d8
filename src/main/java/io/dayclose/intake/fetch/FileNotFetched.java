package io.dayclose.intake.fetch;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;

/** Thrown where one file cannot be had, while its server goes on. */
public final class FileNotFetched extends Exception {
    private final transient Problem problem;

    private FileNotFetched(Problem problem) {
        super(problem.place());
        this.problem = problem;
    }

    /** @param key of the sentence that says why, below {@code fetch.} */
    static FileNotFetched because(RemoteFile file, String key, Object... values) {
        return new FileNotFetched(
                Problem.at(file.place(), Message.FILE_NOT_FETCHED, FetchFailure.sentence(key, values)));
    }

    /** It has changed while it was copied. */
    static FileNotFetched stillWritten(RemoteFile file) {
        return new FileNotFetched(Problem.at(file.place(), Message.FILE_NOT_COMPLETE));
    }

    public Problem problem() {
        return problem;
    }

    /** Whether somebody has to see to it; a file that is still being written comes by itself. */
    public boolean isFault() {
        return problem.message() == Message.FILE_NOT_FETCHED;
    }
}
