package io.dayclose.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the parts of a step took since it was made: by the clock, and how much of that the program and the server it
 * has started were at work. On a machine that others use too only the latter can be repeated.
 */
final class TimedStep {
    private final Map<String, Duration> parts = new LinkedHashMap<>();
    private final Map<String, Duration> program = new LinkedHashMap<>();
    private final Map<String, Duration> server = new LinkedHashMap<>();
    private Now last = Now.read();

    private record Now(long clock, Duration program, Duration server) {
        static Now read() {
            var children = ProcessHandle.current()
                    .children()
                    .flatMap(child -> child.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
            var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            return new Now(System.nanoTime(), own, children);
        }
    }

    /** Counts what has passed since the last time to a part. */
    void ended(String part) {
        var now = Now.read();
        parts.merge(part, Duration.ofNanos(now.clock - last.clock), Duration::plus);
        program.merge(part, now.program.minus(last.program), Duration::plus);
        server.merge(part, now.server.minus(last.server), Duration::plus);
        last = now;
    }

    Map<String, Duration> parts() {
        return parts;
    }

    Duration whole() {
        return sum(parts);
    }

    Duration programAtWork() {
        return sum(program);
    }

    Duration serverAtWork() {
        return sum(server);
    }

    private static Duration sum(Map<String, Duration> some) {
        return some.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** A line for each part. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        parts.forEach((part, took) -> text.append("   %-8s %7.2f s, program %6.2f s, server %6.2f s%n"
                .formatted(
                        part,
                        seconds(took),
                        seconds(program.getOrDefault(part, Duration.ZERO)),
                        seconds(server.getOrDefault(part, Duration.ZERO)))));
        return text.toString();
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }
}
