package io.dayclose.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ten thousand lines for each day from the first on. Each fiftieth gives back a piece of what was sold a week before, so
 * that a night has to look into its history.
 */
record HistoryLines(LocalDate first) {
    static final int A_DAY = Integer.getInteger("bench.day-lines", 10_000);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int KIND = 2;
    private static final int AMOUNT = 10;

    private static String document(LocalDate day, int i) {
        return "S" + day.format(DAY) + "%04d".formatted(i / 4);
    }

    private String[] cells(LocalDate day, int i, String none) {
        var cells = BenchLines.cells(i, none);
        var weekBefore = day.minusWeeks(1);
        if (cells[KIND].equals("RETURN")) {
            var sold = BenchLines.cells(i - 1, none);
            cells[6] = sold[6];
            cells[8] = sold[8];
            cells[AMOUNT] = sold[8];
            cells[12] = weekBefore.isBefore(first) ? none : document(weekBefore, i - 1);
            cells[13] = weekBefore.isBefore(first) ? none : sold[1];
        }
        cells[0] = document(day, i);
        cells[3] = day.toString();
        return cells;
    }

    private String[] lines(LocalDate day, String separator, UnaryOperator<String> end) {
        var none = separator.equals("\t") ? "\\N" : "";
        return IntStream.range(0, A_DAY)
                .mapToObj(i -> String.join(separator, cells(day, i, none)) + end.apply(String.valueOf(i + 2)))
                .toArray(String[]::new);
    }

    /** The lines of a day as a file brings them. */
    String[] csv(LocalDate day) {
        return lines(day, ",", line -> "");
    }

    /** The lines of a day as the server loads them: version, night and origin stand behind. */
    byte[] loadFile(LocalDate day, long sourceId) {
        var lines = lines(day, "\t", line -> "\t1\t" + day + "\t" + sourceId + "\t" + line);
        return IntStream.range(0, lines.length)
                .mapToObj(i -> lines[i])
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
