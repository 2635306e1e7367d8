package io.dayclose.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates with their weekday and durations in words, as people read them. */
public final class SpokenDate {
    private SpokenDate() {}

    /** A text such as {@code 2026-11-22 星期日} or {@code 2026-11-22 Sunday}. */
    public static String withWeekday(LocalDate date, Locale locale) {
        return date + " " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    /** A text such as {@code 2 h 5 min}, {@code 3 min 20 s} or {@code 4 s}; in Chinese 小时, 分, 秒. */
    public static String words(Duration duration, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        var hour = chinese ? " 小时 " : " h ";
        var minute = chinese ? " 分 " : " min ";
        var second = chinese ? " 秒" : " s";
        if (duration.toHours() > 0) {
            return duration.toHours() + hour + (duration.toMinutesPart() + minute).stripTrailing();
        }
        var minutes = duration.toMinutesPart() > 0 ? duration.toMinutesPart() + minute : "";
        return minutes + duration.toSecondsPart() + second;
    }
}
