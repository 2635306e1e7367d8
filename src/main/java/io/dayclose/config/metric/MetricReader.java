package io.dayclose.config.metric;

import io.dayclose.config.yaml.Problems;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.regex.Pattern;

/** Reads what a metric's file says of itself in its comments. */
public final class MetricReader {
    private static final Pattern WORD = Pattern.compile("--\\s*(unit|adds):\\s*(.*?)\\s*");
    private static final Pattern YES_OR_NO = Pattern.compile("yes|no");

    private final Problems problems;

    public MetricReader(Problems problems) {
        this.problems = problems;
    }

    /** @param file its path, such as {@code sql/metric/net-amount.sql} */
    public Metric read(String file, String text) {
        var name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".sql".length());
        var unit = Unit.CNY;
        var adds = "";
        int line = 0;
        for (var each : text.lines().toList()) {
            line++;
            var matcher = WORD.matcher(each);
            if (matcher.matches() && matcher.group(1).equals("unit")) {
                unit = unit(file + ":" + line, matcher.group(2));
            } else if (matcher.matches()) {
                adds = adds(file + ":" + line, matcher.group(2));
            }
        }
        return new Metric(
                name,
                unit,
                adds.isEmpty() ? unit.isCounted() : adds.equals("yes"),
                text.strip().replaceFirst(";\\s*$", ""));
    }

    private Unit unit(String place, String word) {
        var unit = Unit.of(word);
        if (unit.isEmpty()) {
            problems.add(place, Message.WRONG_VALUE, word, Bilingual.same(Unit.words()));
        }
        return unit.orElse(Unit.CNY);
    }

    private String adds(String place, String word) {
        if (!YES_OR_NO.matcher(word).matches()) {
            problems.add(place, Message.WRONG_VALUE, word, Bilingual.same("yes | no"));
        }
        return word;
    }
}
