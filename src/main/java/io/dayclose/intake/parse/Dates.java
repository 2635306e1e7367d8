package io.dayclose.intake.parse;

import io.dayclose.intake.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates and times strictly: 31 February is no date. The layout's own patterns come first. */
final class Dates {
    private static final List<String> USUAL = List.of(
            "yyyy-MM-dd",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy/M/d",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm",
            "yyyyMMdd",
            "yyyy年M月d日");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/年]?)(\\d{1,2})月?");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final DateTimeFormatter CANONICAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<DateTimeFormatter> formats;
    private String lastText = "";
    private LocalDate lastDate = FIRST;

    Dates(List<String> patterns) {
        formats = Stream.concat(patterns.stream(), USUAL.stream().filter(usual -> !patterns.contains(usual)))
                .map(Dates::strict)
                .toList();
    }

    /** A strict resolver needs the year without an era, which patterns write as uuuu. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu")).withResolverStyle(ResolverStyle.STRICT);
    }

    /** One night's rows mostly have one date, so the last one read is remembered. */
    LocalDate date(String text) {
        if (!text.equals(lastText)) {
            lastDate = isIso(text)
                    ? inRange(isoDate(text).atStartOfDay()).toLocalDate()
                    : time(text).toLocalDate();
            lastText = text;
        }
        return lastDate;
    }

    /** The canonical form, read without trying patterns: a million rows have two million dates. */
    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        return text.chars().filter(c -> c >= '0' && c <= '9').count() == 8;
    }

    private static LocalDate isoDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
    }

    /** A month in its canonical form, from 2026-11, 2026/11, 202611 or 2026年11月. */
    static String month(String text) {
        var digits = MONTH.matcher(text);
        if (!digits.matches() || Integer.parseInt(digits.group(2)) < 1 || Integer.parseInt(digits.group(2)) > 12) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
        return "%s-%02d".formatted(digits.group(1), Integer.parseInt(digits.group(2)));
    }

    /** The canonical text of a time. */
    static String text(LocalDateTime time) {
        return CANONICAL.format(time);
    }

    LocalDateTime time(String text) {
        if (text.length() == 19 && text.charAt(10) == ' ' && isIso(text.substring(0, 10))) {
            return date(text.substring(0, 10)).atTime(clockTime(text.substring(11)));
        }
        for (var format : formats) {
            try {
                return inRange(value(format.parse(text)));
            } catch (DateTimeException notThisForm) {
                // the next pattern may fit
            }
        }
        throw new UnreadableCell(Reason.BAD_DATE);
    }

    private static LocalTime clockTime(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noSuchTime) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
    }

    private static LocalDateTime value(TemporalAccessor parsed) {
        var date = LocalDate.from(parsed);
        var time = parsed.query(TemporalQueries.localTime());
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    private static LocalDateTime inRange(LocalDateTime time) {
        if (time.toLocalDate().isBefore(FIRST) || time.toLocalDate().isAfter(LAST)) {
            throw new UnreadableCell(Reason.OUT_OF_RANGE, FIRST + " … " + LAST);
        }
        return time;
    }
}
