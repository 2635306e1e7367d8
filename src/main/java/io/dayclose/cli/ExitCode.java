package io.dayclose.cli;

import java.util.List;
import java.util.stream.IntStream;

/** How a command ends: 0 done, 1 failed, 2 asked wrongly, 3 refused, 4 done with something for a person to look at. */
final class ExitCode {
    private static final List<Integer> FROM_BEST = List.of(0, 4, 3, 2, 1);

    private ExitCode() {}

    /** Of several dates: what failed must not be hidden by what only needs a look. */
    static int worst(IntStream codes) {
        return FROM_BEST.get(codes.map(FROM_BEST::indexOf).max().orElse(0));
    }
}
