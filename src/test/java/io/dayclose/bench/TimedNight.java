package io.dayclose.bench;

import io.dayclose.app.Engine;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A night that went well, and how long it and each of its steps took. */
final class TimedNight implements RunListener {
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private final Duration whole;

    TimedNight(Engine engine, LocalDate night) {
        var request = new RunRequest(
                "nightly", night, RunRequest.Cause.OPERATOR, "bench", Optional.empty(), Optional.empty());
        long began = System.nanoTime();
        var result = engine.runner().run(request, this);
        whole = Duration.ofNanos(System.nanoTime() - began);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(result.problems().toString());
        }
    }

    @Override
    public void stepEnded(String step, long records, Duration duration) {
        steps.put(step, duration);
    }

    Duration whole() {
        return whole;
    }

    /** The time of each step, in the order they ran. */
    Map<String, Duration> steps() {
        return steps;
    }
}
