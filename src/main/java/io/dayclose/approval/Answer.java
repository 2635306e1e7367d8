package io.dayclose.approval;

/** What a second person says to a proposal. */
public enum Answer {
    APPROVE(DecisionState.APPROVED),
    REJECT(DecisionState.REJECTED);

    private final DecisionState state;

    Answer(DecisionState state) {
        this.state = state;
    }

    /** How the decision stands from then on. */
    DecisionState state() {
        return state;
    }
}
