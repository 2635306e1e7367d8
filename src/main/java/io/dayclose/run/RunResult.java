package io.dayclose.run;

import io.dayclose.text.Problem;
import java.util.List;

/**
 * How a run ended.
 *
 * @param exitCode 0 done, 1 failed and restartable, 4 done with more open than the limits allow
 * @param problems what went wrong, or is over its limit
 */
public record RunResult(Run.State state, int exitCode, List<Problem> problems) {}
