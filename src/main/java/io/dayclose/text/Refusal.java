package io.dayclose.text;

/** Thrown where work cannot go on for a reason a person can mend. Shown as one line, never as a stack trace. */
public final class Refusal extends RuntimeException {
    private final Problem problem;
    private final int exitCode;

    private Refusal(int exitCode, Problem problem) {
        super(problem.text(Language.EN));
        this.problem = problem;
        this.exitCode = exitCode;
    }

    /** The run failed and can be restarted: exit code 1. */
    public static Refusal failed(Problem problem) {
        return new Refusal(1, problem);
    }

    /** The command or the configuration is wrong: exit code 2. */
    public static Refusal usage(Problem problem) {
        return new Refusal(2, problem);
    }

    /** Not now, or not allowed: exit code 3. */
    public static Refusal refused(Problem problem) {
        return new Refusal(3, problem);
    }

    public Problem problem() {
        return problem;
    }

    public int exitCode() {
        return exitCode;
    }
}
