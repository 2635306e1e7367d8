package io.dayclose.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A job of {@code jobs-config/jobs/}: its steps in order, and when it runs by itself.
 *
 * @param stopsWithoutSource whether a data source that is down fails the run; else its feeds are skipped and the run goes on
 */
public record Job(String name, Optional<Schedule> schedule, List<NightStep> steps, boolean stopsWithoutSource) {
    public boolean has(NightStep step) {
        return steps.contains(step);
    }

    /** Its steps from one on, or all of them; a step that is not one of its own leaves nothing. */
    public List<NightStep> from(Optional<String> first) {
        return first.map(text -> steps.stream()
                        .dropWhile(step -> !step.text().equals(text))
                        .toList())
                .orElse(steps);
    }

    /**
     * When a job falls due.
     *
     * @param daysBack how many days before the due day its business date lies: 1 for yesterday, 0 for today
     * @param catchUp whether missed dates are run later, oldest first
     */
    public record Schedule(String cron, ZoneId zone, int daysBack, boolean catchUp) {}
}
