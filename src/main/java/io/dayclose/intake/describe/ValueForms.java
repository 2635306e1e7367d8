package io.dayclose.intake.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of dates and numbers that have to be declared because they could mean two things. */
final class ValueForms {
    private static final Pattern DAY_OR_MONTH =
            Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})([ T]+\\d{1,2}:\\d{2}(:\\d{2})?)?");
    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})([ -])([A-Za-z]{3,9})\\2(\\d{4})([ T]+\\d{1,2}:\\d{2}(:\\d{2})?)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d{1,2}|-?\\d+,\\d{1,2}");

    private ValueForms() {}

    /**
     * The pattern the values of a column are written in, as far as it must be declared.
     *
     * @param sure whether no value allows the other order of day and month
     */
    record DatePattern(String pattern, boolean sure) {}

    static Optional<DatePattern> dates(List<String> values) {
        var numbers = values.stream()
                .map(DAY_OR_MONTH::matcher)
                .filter(Matcher::matches)
                .toList();
        if (!numbers.isEmpty()) {
            boolean dayFirst = numbers.stream().anyMatch(found -> Integer.parseInt(found.group(1)) > 12);
            boolean monthFirst = numbers.stream().anyMatch(found -> Integer.parseInt(found.group(3)) > 12);
            var one = numbers.get(0);
            var mark = one.group(2);
            var year = one.group(4).length() == 4 ? "yyyy" : "yy";
            var order = monthFirst && !dayFirst ? "M" + mark + "d" + mark + year : "d" + mark + "M" + mark + year;
            return Optional.of(new DatePattern(order + time(one.group(5), one.group(6)), dayFirst != monthFirst));
        }
        return values.stream()
                .map(WORDS::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> new DatePattern(
                        "d" + found.group(2) + (found.group(3).length() > 3 ? "MMMM" : "MMM") + found.group(2) + "yyyy"
                                + time(found.group(5), found.group(6)),
                        true));
    }

    private static String time(String time, String seconds) {
        return time == null ? "" : seconds == null ? " H:mm" : " H:mm:ss";
    }

    /** Whether numbers are written with a decimal comma: some are, and none has a decimal point. */
    static boolean hasDecimalComma(List<String> values) {
        return values.stream().anyMatch(value -> DECIMAL_COMMA.matcher(value).matches())
                && values.stream().noneMatch(value -> value.matches("-?[\\d,]*\\d\\.\\d{1,2}"));
    }

    /** The words of a column that are none of ours, with ours where it is plain. */
    static Map<String, Optional<String>> words(List<String> values, List<String> ours) {
        var words = new TreeMap<String, Optional<String>>();
        values.stream()
                .distinct()
                .limit(20)
                .filter(word -> ours.stream().noneMatch(word::equalsIgnoreCase))
                .forEach(word -> words.put(word, KnownWords.of(word, ours)));
        return words;
    }

    /** All of several lists in one. */
    static List<String> all(List<List<String>> lists) {
        var all = new ArrayList<String>();
        lists.forEach(all::addAll);
        return all;
    }
}
