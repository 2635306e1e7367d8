package io.dayclose.config.feed;

import io.dayclose.text.Bilingual;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** A date pattern of {@code layout: dates}. It means the same on every computer: its language is given, not found. */
public final class DatePattern {
    private static final ZonedDateTime SAMPLE =
            ZonedDateTime.of(2026, 11, 22, 20, 5, 30, 0, ZoneId.of("Asia/Shanghai"));

    private DatePattern() {}

    /**
     * Reads strictly, upper and lower case alike.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    public static DateTimeFormatter of(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(strict(pattern))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * A strict resolver needs the year without an era, which patterns write as u; and a Z in quotes is what its writer
     * knows of the offset, which must not be lost.
     */
    private static String strict(String pattern) {
        var parts = pattern.replace("'Z'", "X").split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    /** Why it reads no date, or not the whole of it; empty when all is well. */
    public static Optional<Bilingual> wrong(String pattern) {
        try {
            if (letters(pattern).chars().anyMatch(c -> c == 'z' || c == 'v')) {
                return Optional.of(
                        new Bilingual("时区简称含义不一，请用 XXX 或 VV", "short names of zones mean several; write XXX or VV"));
            }
            if (letters(pattern).contains("D") && letters(pattern).contains("M")) {
                return Optional.of(new Bilingual("D 是年内天数，请写 d", "D is the day of the year; write d"));
            }
            var format = of(pattern, Locale.ENGLISH);
            var read = format.parse(format.format(SAMPLE));
            if (!LocalDate.from(read).equals(SAMPLE.toLocalDate())) {
                return Optional.of(new Bilingual("读不出完整日期", "no whole date comes of it"));
            }
            var time = read.query(TemporalQueries.localTime());
            boolean halfDay = letters(pattern).chars().anyMatch(c -> "HhKkm".indexOf(c) >= 0)
                    && (time == null || time.get(ChronoField.HOUR_OF_DAY) != SAMPLE.getHour());
            return halfDay
                    ? Optional.of(new Bilingual("12 小时制须有 a，否则请写 HH", "hh needs a, or write HH"))
                    : Optional.empty();
        } catch (IllegalArgumentException noPattern) {
            return Optional.of(Bilingual.same(String.valueOf(noPattern.getMessage())));
        } catch (DateTimeException noDate) {
            return Optional.of(new Bilingual("读不出完整日期", "no whole date comes of it"));
        }
    }

    /** The pattern without what stands in quotes. */
    private static String letters(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }
}
