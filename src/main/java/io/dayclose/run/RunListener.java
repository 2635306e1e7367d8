package io.dayclose.run;

import io.dayclose.text.Problem;
import java.time.Duration;

/** Told how a run gets on; what people see of it is the teller's business. */
public interface RunListener {
    default void stepBegan(String step) {}

    /** @param records how many records the step has handled so far */
    default void progress(String step, long records) {}

    default void stepEnded(String step, long records, Duration took) {}

    /** Something worth knowing that does not stop the run. */
    default void notice(Problem problem) {}
}
