package io.dayclose.intake.parse;

import io.dayclose.config.feed.DatePattern;
import io.dayclose.intake.Reason;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads dates and times strictly: 31 February is no date. The layout's own patterns come first, then whatever begins with
 * the year. A moment is kept to the second.
 */
final class Dates {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/年]?)(\\d{1,2})月?");
    private static final String DAY = "0000-00-00";
    private static final String MOMENT = "0000-00-00 00:00:00";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final DateTimeFormatter CANONICAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final List<DateTimeFormatter> declared;
    private final YearFirst yearFirst;
    private final ZoneId zone;
    private final boolean readsIso;
    private String lastText = "";
    private LocalDate lastDate = FIRST;

    Dates(List<String> patterns, Locality locality) {
        declared = patterns.stream()
                .map(OrdinaryWidth::of)
                .flatMap(
                        pattern -> Stream.of(Locale.ENGLISH, locality.language().locale())
                                .map(language -> DatePattern.of(pattern, language)))
                .toList();
        zone = locality.zone();
        yearFirst = new YearFirst(zone);
        readsIso = declared("2026-11-12").isEmpty()
                && declared("2026-11-12 10:09:08").isEmpty();
    }

    /** One night's rows mostly have one date, so the last one read is remembered. */
    LocalDate date(String text) {
        if (!text.equals(lastText)) {
            lastDate =
                    readsIso && isLike(DAY, text) ? isoDate(text) : time(text).toLocalDate();
            lastText = text;
        }
        return lastDate;
    }

    /** The canonical forms are read without trying patterns: a million rows have two million dates. */
    private static boolean isLike(String form, String text) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate isoDate(String text) {
        try {
            return inRange(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
    }

    /** A month in its canonical form, from 2026-11, 2026/11, 202611, 2026年11月, or its first day. */
    String month(String text) {
        var digits = MONTH.matcher(OrdinaryWidth.of(text));
        if (digits.matches()) {
            int month = Integer.parseInt(digits.group(2));
            return month(digits.group(1), month);
        }
        var day = date(text);
        return month(String.valueOf(day.getYear()), day.getDayOfMonth() == 1 ? day.getMonthValue() : 0);
    }

    private static String month(String year, int month) {
        if (month < 1 || month > 12) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
        return "%s-%02d".formatted(year, month);
    }

    /** The canonical text of a time. */
    static String text(LocalDateTime time) {
        return CANONICAL.format(time);
    }

    LocalDateTime time(String text) {
        if (readsIso && isLike(MOMENT, text)) {
            return date(text.substring(0, 10)).atTime(clockTime(text.substring(11)));
        }
        var plain = OrdinaryWidth.of(text);
        try {
            var moment = declared(plain)
                    .or(() -> yearFirst.read(plain))
                    .orElseThrow(() -> new UnreadableCell(Reason.BAD_DATE));
            inRange(moment.toLocalDate());
            return moment.truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException noSuchDay) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
    }

    private static LocalTime clockTime(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noSuchTime) {
            throw new UnreadableCell(Reason.BAD_DATE);
        }
    }

    /** What the first pattern that fits makes of it. Most do not fit, and to tell so by exceptions would take long. */
    private Optional<LocalDateTime> declared(String text) {
        for (var format : declared) {
            var end = new ParsePosition(0);
            if (format.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
                try {
                    return Optional.of(value(format.parse(text)));
                } catch (DateTimeException noSuchDay) {
                    // the next pattern may fit
                }
            }
        }
        return Optional.empty();
    }

    private LocalDateTime value(TemporalAccessor parsed) {
        var date = LocalDate.from(parsed);
        var time = parsed.query(TemporalQueries.localTime());
        var said = parsed.query(TemporalQueries.zone());
        if (time == null) {
            return date.atStartOfDay();
        }
        return said == null
                ? date.atTime(time)
                : date.atTime(time).atZone(said).withZoneSameInstant(zone).toLocalDateTime();
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new UnreadableCell(Reason.OUT_OF_RANGE, FIRST + " … " + LAST);
        }
        return date;
    }
}
