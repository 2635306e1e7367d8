package io.dayclose.bonus;

import java.util.Locale;

/** Where a plan's month stands. */
public sealed interface State {
    /** As it is stored and shown. */
    String text();

    /** Its figures follow the facts. */
    record Draft() implements State {
        @Override
        public String text() {
            return "DRAFT";
        }
    }

    /** Its figures are frozen; the first step is waited for. */
    record Submitted() implements State {
        @Override
        public String text() {
            return "SUBMITTED";
        }
    }

    /** A step has agreed and the next one is waited for. */
    record Agreed(String step) implements State {
        /** Such as {@code FINANCE_APPROVED}. */
        @Override
        public String text() {
            return step.toUpperCase(Locale.ROOT).replace('-', '_') + "_APPROVED";
        }
    }

    /** Every step has agreed: the only state that pays, and the last one. */
    record Approved() implements State {
        @Override
        public String text() {
            return "APPROVED";
        }
    }
}
