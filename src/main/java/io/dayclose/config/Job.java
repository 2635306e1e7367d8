package io.dayclose.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A job of {@code jobs-config/jobs/}: its steps in order, and when it runs by itself.
 *
 * @param stopsWithoutSource whether a data source that is down fails the run; else its feeds are skipped and the run goes on
 */
public record Job(String name, Optional<Schedule> schedule, List<String> steps, boolean stopsWithoutSource) {
    /** The steps this version knows, in the order a job must name them. */
    public static final List<String> STEPS = List.of(
            "extract",
            "reconcile",
            "stock",
            "target",
            "commission",
            "close-day",
            "bonus-draft",
            "settle",
            "close-month",
            "close-cycle",
            "report",
            "deliver");

    /**
     * When a job falls due.
     *
     * @param daysBack how many days before the due day its business date lies: 1 for yesterday, 0 for today
     * @param catchUp whether missed dates are run later, oldest first
     */
    public record Schedule(String cron, ZoneId zone, int daysBack, boolean catchUp) {}
}
