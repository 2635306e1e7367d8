package io.dayclose.bonus;

import io.dayclose.target.Scope;

/** A figure without which a bonus cannot be worked out. */
public record Missing(What what, String metric, Scope scope) {
    /** What is not there. */
    public enum What {
        METRIC,
        TARGET,
        /** A target there is, but nothing can be measured by it. */
        TARGET_NOT_ABOVE_0,
        /** Nobody takes part in the whole plan. */
        PARTICIPANTS
    }

    /** Such as {@code TARGET net-amount BRANCH B01}. */
    @Override
    public String toString() {
        return what + " " + metric + " " + scope;
    }
}
