package io.dayclose.intake.parse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times that need no declaring: the year comes first, so nobody can take the day for the month. A time that
 * says its offset is converted to the company's zone, which may be another day.
 */
final class YearFirst {
    private static final String OFFSET = "(?: *(Z|UTC|GMT|[-+]\\d{2}(?::?\\d{2})?))?";
    private static final String TIME =
            "(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?| *[时点] *(?:(\\d{1,2}) *分 *(?:(\\d{1,2}) *秒)?)?)"
                    + OFFSET;

    /** In each: year, what follows it, month, day; hour, minute and second with colons, the same in words, offset. */
    private static final List<Pattern> FORMS = List.of(
            pattern("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:(?: +| ?T ?)" + TIME + ")?"),
            pattern("(\\d{4})( *年 *)(\\d{1,2}) *月 *(\\d{1,2}) *[日号](?:[ T]*" + TIME + ")?"),
            pattern("(\\d{4})()(\\d{2})(\\d{2})(?:(?: +|T)" + TIME + ")?"),
            pattern("(\\d{4})()(\\d{2})(\\d{2})(?: *|T)(\\d{2})(\\d{2})(\\d{2})(?:[.,]\\d+)?()()" + OFFSET));

    private final ZoneId zone;

    YearFirst(ZoneId zone) {
        this.zone = zone;
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    /**
     * The moment in the company's zone, at the start of the day when the text has no time; empty when it is of another form.
     *
     * @throws java.time.DateTimeException when there is no such day or time
     */
    Optional<LocalDateTime> read(String text) {
        for (var form : FORMS) {
            var found = form.matcher(text);
            if (found.matches()) {
                return Optional.of(moment(found));
            }
        }
        return Optional.empty();
    }

    private LocalDateTime moment(Matcher found) {
        var day = LocalDate.of(number(found.group(1)), number(found.group(3)), number(found.group(4)));
        var time = LocalTime.of(number(found.group(5)), either(found, 6, 8), either(found, 7, 9));
        var offset = found.group(10);
        return offset == null
                ? day.atTime(time)
                : day.atTime(time)
                        .atOffset(Character.isLetter(offset.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset))
                        .atZoneSameInstant(zone)
                        .toLocalDateTime();
    }

    private static int either(Matcher found, int one, int other) {
        return Math.max(number(found.group(one)), number(found.group(other)));
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
