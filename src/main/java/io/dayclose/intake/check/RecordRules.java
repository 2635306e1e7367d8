package io.dayclose.intake.check;

import io.dayclose.intake.Fault;
import org.jspecify.annotations.Nullable;

/** What makes one feed's records valid beyond the types of their columns. */
interface RecordRules {
    /** The first rule the record breaks by itself or against master data, or null. */
    @Nullable
    Fault check(@Nullable Object[] values);

    /** Whether the record refers to other records of its feed and must wait until the night has read them all. */
    boolean refersToOthers(@Nullable Object[] values);

    /** For feeds without rules of their own. */
    RecordRules NONE = new RecordRules() {
        @Override
        public @Nullable Fault check(@Nullable Object[] values) {
            return null;
        }

        @Override
        public boolean refersToOthers(@Nullable Object[] values) {
            return false;
        }
    };
}
