package io.dayclose.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many statement lines as receivables, beside a bare read of both, at two sizes: the time must grow as they do. */
@Tag("bench")
class ReconcileBench {
    private static final int LINES = Integer.getInteger("reconcile.lines", 1_000_000);
    private static final int TIMES = Integer.getInteger("reconcile.times", 3);
    private static final int TENTH = 10;

    private final Medians seconds = new Medians();

    @TempDir
    private Path folder;

    @Test
    void a_cycle_of_a_carrier_at_two_sizes() {
        for (int time = 0; time < TIMES; time++) {
            run("tenth", LINES / TENTH, time);
            run("full", LINES, time);
        }
        System.out.printf(
                "%n%,d receivables against %,d lines, heap %d MB, medians of %d%n",
                LINES, LINES, Runtime.getRuntime().maxMemory() >> 20, TIMES);
        for (var what : seconds.names()) {
            System.out.printf("%-40s %8.2f s%n", what, seconds.of(what));
        }
        System.out.printf(
                "growth from a tenth: %.2f times the lines' own%n",
                seconds.of("full: step") / seconds.of("tenth: step") / TENTH);
    }

    private void run(String name, int lines, int time) {
        note(name + ": the rules alone", ReconcileRules.match(lines));
        try (var cycle = new ReconcileCycle(folder.resolve(name + time), lines)) {
            note(name + ": bare read", cycle.bareRead());
            var step = cycle.step();
            note(name + ": step", step.whole());
            step.parts().forEach((part, took) -> note(name + ":   " + part, took));
            note(name + ":   the program at work", step.programAtWork());
            note(name + ":   the server at work", step.serverAtWork());
            System.out.printf(
                    "%s, %,d breaks, %,d receivables open%n%s",
                    name,
                    cycle.count("SELECT COUNT(*) FROM break_item"),
                    cycle.count("SELECT COUNT(*) FROM receivable WHERE is_open = 1"),
                    step);
        }
    }

    private void note(String what, Duration took) {
        seconds.note(what, took.toNanos() / 1e9);
    }
}
