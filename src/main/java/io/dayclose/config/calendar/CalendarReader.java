package io.dayclose.config.calendar;

import io.dayclose.config.calendar.WorkingCalendar.SpecialDay;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code calendar.yml}. What the shape has found wrong is left out, so that the rest still counts. */
public final class CalendarReader {
    private static final int LETTERS = 3;
    private static final Shape WEIGHT = Shapes.decimal("0");
    public static final Shape SHAPE = Shapes.fields()
            .optional("weekdays", Shapes.map(Shapes.oneOf("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEIGHT))
            .optional(
                    "days",
                    Shapes.map(
                            Shapes.date(),
                            Shapes.fields()
                                    .optional("weight", WEIGHT)
                                    .optional("working", Shapes.flag())
                                    .optional("name", Shapes.bilingual())));

    private final Problems problems;

    public CalendarReader(Problems problems) {
        this.problems = problems;
    }

    public WorkingCalendar read(Node node) {
        var values = Values.of(node);
        var weekdays = weekdays(values.in("weekdays"));
        if (weekdays.size() == DayOfWeek.values().length
                && weekdays.values().stream().allMatch(weight -> weight.signum() == 0)) {
            problems.add(
                    values.place("weekdays"),
                    Message.WRONG_VALUE,
                    "0",
                    new Bilingual("至少一个大于 0 的权重", "at least one weight above 0"));
        }
        return new WorkingCalendar(weekdays, days(values.in("days"), new WorkingCalendar(weekdays, Map.of())));
    }

    private static Map<DayOfWeek, BigDecimal> weekdays(Values values) {
        var weights = new EnumMap<DayOfWeek, BigDecimal>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var name = day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT);
            weight(values, name).ifPresent(weight -> weights.put(day, weight));
        }
        return weights;
    }

    private static Map<LocalDate, SpecialDay> days(Values values, WorkingCalendar usual) {
        var days = new LinkedHashMap<LocalDate, SpecialDay>();
        values.map(Values::of).forEach((name, day) -> date(name)
                .ifPresent(date -> days.put(date, special(day, usual.usualWeight(date)))));
        return days;
    }

    private static SpecialDay special(Values day, BigDecimal usual) {
        boolean working = day.flag("working", true);
        var weight = weight(day, "weight").orElse(working ? usual : BigDecimal.ZERO);
        return new SpecialDay(weight, working, day.bilingual("name"));
    }

    private static Optional<BigDecimal> weight(Values values, String key) {
        return values.decimal(key).filter(weight -> weight.signum() >= 0);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException told) {
            return Optional.empty();
        }
    }
}
