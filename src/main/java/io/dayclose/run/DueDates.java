package io.dayclose.run;

import io.dayclose.config.Job.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Which business dates a schedule has and when each falls due. Asked day by day, in local time, so that a night when
 * clocks change has exactly one due time.
 */
public final class DueDates {
    private static final int LOOK_BACK_DAYS = 400;

    private final Schedule schedule;
    private final CronExpression cron;

    public DueDates(Schedule schedule) {
        this.schedule = schedule;
        cron = CronExpression.parse(schedule.cron());
    }

    /** When a business date falls due, or nothing when the schedule passes it over. */
    Optional<ZonedDateTime> dueAt(LocalDate businessDate) {
        var day = businessDate.plusDays(schedule.daysBack());
        LocalDateTime fires = cron.next(day.atStartOfDay().minusNanos(1));
        return fires != null && fires.toLocalDate().equals(day)
                ? Optional.of(fires.atZone(schedule.zone()))
                : Optional.empty();
    }

    /** The business date before this one. */
    Optional<LocalDate> before(LocalDate businessDate) {
        return latest(businessDate.minusDays(1), businessDate.minusDays(LOOK_BACK_DAYS));
    }

    /** The business date after this one. */
    public Optional<LocalDate> after(LocalDate businessDate) {
        return businessDate
                .plusDays(1)
                .datesUntil(businessDate.plusDays(LOOK_BACK_DAYS))
                .filter(date -> dueAt(date).isPresent())
                .findFirst();
    }

    /** The last business date that is due at a moment. */
    public Optional<LocalDate> lastDue(ZonedDateTime now) {
        var today = now.withZoneSameInstant(schedule.zone()).toLocalDate();
        var latest = latest(today.minusDays(schedule.daysBack()), today.minusDays(LOOK_BACK_DAYS));
        return latest.flatMap(date -> isDue(date, now) ? latest : before(date));
    }

    public boolean isDue(LocalDate businessDate, ZonedDateTime now) {
        return dueAt(businessDate).filter(due -> !due.isAfter(now)).isPresent();
    }

    private Optional<LocalDate> latest(LocalDate from, LocalDate to) {
        for (var date = from; date.isAfter(to); date = date.minusDays(1)) {
            if (dueAt(date).isPresent()) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }
}
