package io.dayclose.bonus;

import io.dayclose.text.Problem;

/** What becomes of something that somebody wants to do. */
public sealed interface Outcome {

    /** It is done. */
    record Done(State state, ApprovalEvent deed) implements Outcome {
        /** Whether the figures are paid by it. */
        public boolean pays() {
            return state instanceof State.Approved;
        }
    }

    /** It is not done: what is in the way, and who may do it. */
    record Refused(Problem problem) implements Outcome {}
}
