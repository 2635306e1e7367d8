package io.dayclose.config.feed;

import io.dayclose.config.yaml.Values;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * By when a feed comes.
 *
 * @param day of the week (1 = Monday) or of the month; 0 when it comes daily
 * @param by the time of day, in the company's zone
 * @param required whether the day cannot close without it
 * @param fromBranches whether every branch sends its own file, named by {@code {branch}} in the file's name
 * @param escalateAfter after so many days the management is told as well
 * @param text as it stands in the feed's file, for people to read
 */
public record Expected(
        Every every, int day, LocalTime by, boolean required, boolean fromBranches, int escalateAfter, String text) {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    static final String WEEKLY = "(mon|tue|wed|thu|fri|sat|sun) " + TIME;
    static final String MONTHLY = "([1-9]|[12]\\d|3[01]) " + TIME;
    private static final int ESCALATE_AFTER = 2;

    /** How often something is due. */
    public enum Every {
        DAY,
        WEEK,
        MONTH
    }

    /** What the shape has found good; nothing when it has not. */
    static Optional<Expected> read(Values values) {
        return values.text("daily")
                .flatMap(time -> of(Every.DAY, "0 " + time, values))
                .or(() -> values.text("weekly").flatMap(text -> of(Every.WEEK, text, values)))
                .or(() -> values.text("monthly").flatMap(text -> of(Every.MONTH, text, values)));
    }

    private static Optional<Expected> of(Every every, String text, Values values) {
        if (!text.matches(every == Every.WEEK ? WEEKLY : every == Every.MONTH ? MONTHLY : "0 " + TIME)) {
            return Optional.empty();
        }
        var parts = text.split(" ");
        return Optional.of(new Expected(
                every,
                every == Every.WEEK ? weekday(parts[0]) : Integer.parseInt(parts[0]),
                LocalTime.parse(parts[1]),
                values.flag("required", false),
                values.text("from").isPresent(),
                values.whole("escalate-after-days", ESCALATE_AFTER),
                every == Every.DAY ? parts[1] : text));
    }

    private static int weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .mapToInt(DayOfWeek::getValue)
                .findFirst()
                .orElse(1);
    }
}
