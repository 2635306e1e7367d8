package io.dayclose.bench;

import io.dayclose.cli.Engine;
import io.dayclose.job.RunListener;
import io.dayclose.job.RunRequest;
import io.dayclose.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night of a million sale lines from CSV beside its two references, on the same machine and database in one run:
 * the floor is the server's own bulk load of the same lines, plain is the textbook Spring Batch pipeline. Quote ratios.
 */
@Tag("bench")
class NightBench {
    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int PLAIN_LINES = LINES / 5;
    private static final int RUNS = 3;
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");

    @TempDir
    private Path folder;

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    @Test
    void a_night_of_a_million_lines_beside_its_references() throws Exception {
        var lines = new BenchLines(folder);
        var csv = lines.csv(LINES);
        var loadFile = lines.loadFile(LINES);
        for (int run = 0; run < RUNS; run++) {
            var floor = References.floor(loadFile);
            note("floor of intake: the server's LOAD DATA", LINES, floor.load());
            note(
                    "floor of the night: and GROUP BY per table",
                    LINES,
                    floor.load().plus(floor.sums()));
            night(csv, run);
        }
        measure("plain: textbook pipeline", PLAIN_LINES, () -> References.plain(PLAIN_LINES, ""));
        measure(
                "plain: with rewriteBatchedStatements=true",
                PLAIN_LINES,
                () -> References.plain(PLAIN_LINES, "?rewriteBatchedStatements=true"));
        print();
    }

    private void measure(String what, int lines, Callable<Duration> work) throws Exception {
        note(what, lines, work.call());
    }

    private void note(String what, int lines, Duration took) {
        rates.computeIfAbsent(what, any -> new ArrayList<>()).add(lines / (took.toNanos() / 1e9));
    }

    private void night(Path csv, int run) throws IOException {
        var home = BenchLines.home(folder.resolve("home" + run));
        Files.createLink(home.folder().resolve("inbox/sale-1.csv"), csv);
        try (var engine = home.engine(TestDatabase.fresh())) {
            long began = System.nanoTime();
            var steps = new Steps();
            run(engine, steps);
            var intake = Objects.requireNonNull(steps.took.get("extract-sale"));
            note("dayclose: intake of sales", LINES, intake);
            note("dayclose: whole night, three workbooks", LINES, Duration.ofNanos(System.nanoTime() - began));
            steps.took.forEach((step, took) -> System.out.printf("   %-20s %6.1f s%n", step, took.toMillis() / 1000.0));
        }
    }

    private static void run(Engine engine, RunListener listener) {
        var result = engine.runner()
                .run(
                        new RunRequest(
                                "nightly",
                                NIGHT,
                                RunRequest.Cause.OPERATOR,
                                "bench",
                                Optional.empty(),
                                Optional.empty()),
                        listener);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(result.problems().toString());
        }
    }

    private static final class Steps implements RunListener {
        private final Map<String, Duration> took = new LinkedHashMap<>();

        @Override
        public void stepEnded(String step, long records, Duration duration) {
            took.put(step, duration);
        }
    }

    private void print() {
        double floor = median(rates.values().iterator().next());
        System.out.printf(
                "%n%,d lines from CSV, heap %d MB, medians of %d%n",
                LINES, Runtime.getRuntime().maxMemory() >> 20, RUNS);
        System.out.printf("%-50s %12s %22s%n", "", "lines/s", "time, floor = 1");
        rates.forEach(
                (what, each) -> System.out.printf("%-50s %,12.0f %22.2f%n", what, median(each), floor / median(each)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
