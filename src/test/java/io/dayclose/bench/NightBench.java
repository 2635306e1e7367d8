package io.dayclose.bench;

import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night of a million sale lines, from CSV and from a query, beside its references, on the same machine and database in
 * one run: the floor is the server's own bulk load of the same lines, plain is the textbook Spring Batch pipeline. Quote
 * ratios.
 */
@Tag("bench")
class NightBench {
    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int PLAIN_LINES = LINES / 5;
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");
    private static final String FLOOR = "floor of intake: the server's LOAD DATA";

    @TempDir
    private Path folder;

    private final Medians rates = new Medians();

    @Test
    void a_night_of_a_million_lines_beside_its_references() throws Exception {
        var lines = new BenchLines(folder);
        var csv = lines.csv(LINES);
        var loadFile = lines.loadFile(LINES);
        var source = SourceSystem.of(loadFile);
        for (int run = 0; run < RUNS; run++) {
            floor(loadFile);
            night("CSV", fromFile(csv, run));
            night("JDBC", source.home(folder.resolve("query" + run)));
        }
        var plainFile = lines.loadFile(PLAIN_LINES);
        note("plain: textbook pipeline", PLAIN_LINES, References.plain(plainFile, ""));
        note(
                "plain: with rewriteBatchedStatements=true",
                PLAIN_LINES,
                References.plain(plainFile, "?rewriteBatchedStatements=true"));
        print();
    }

    private void note(String what, int lines, Duration took) {
        rates.note(what, lines / (took.toNanos() / 1e9));
    }

    private void floor(Path loadFile) throws Exception {
        var floor = References.floor(loadFile);
        note(FLOOR, LINES, floor.load());
        note("floor of the night: and GROUP BY per table", LINES, floor.load().plus(floor.sums()));
    }

    private TestHome fromFile(Path csv, int run) throws IOException {
        var home = BenchLines.home(folder.resolve("file" + run));
        Files.createLink(home.folder().resolve("inbox/sale-1.csv"), csv);
        return home;
    }

    private void night(String from, TestHome home) {
        try (var engine = home.engine(TestDatabase.fresh())) {
            var night = new TimedNight(engine, NIGHT);
            note(
                    from + ": intake of sales",
                    LINES,
                    Objects.requireNonNull(night.steps().get("extract-sale")));
            note(from + ": whole night, three workbooks", LINES, night.whole());
            night.steps()
                    .forEach((step, took) ->
                            System.out.printf("   %-4s %-20s %6.1f s%n", from, step, took.toMillis() / 1000.0));
        }
    }

    private void print() {
        System.out.printf(
                "%n%,d lines, heap %d MB, medians of %d%n",
                LINES, Runtime.getRuntime().maxMemory() >> 20, RUNS);
        System.out.printf("%-50s %12s %22s%n", "", "lines/s", "time, floor = 1");
        rates.names()
                .forEach(what -> System.out.printf(
                        "%-50s %,12.0f %22.2f%n", what, rates.of(what), rates.of(FLOOR) / rates.of(what)));
    }
}
