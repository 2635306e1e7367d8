package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The rows of a file that are no records: how many, and what the first of them says; sums speak last, everybody expects them. */
public final class SkippedRows {
    private static final int LONGEST = 60;

    private int count;
    private int sums;
    private long line;
    private String text = "";

    void add(SourceRow row) {
        if (count++ == sums) {
            line = row.line();
            text = Arrays.stream(row.cells())
                    .map(cell -> Blanks.strip(cell.replace(String.valueOf(SourceRow.UNSOLVED), "")))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    void addSum(SourceRow row) {
        if (count == 0) {
            add(row);
        } else {
            count++;
        }
        sums++;
    }

    /** Whether there is nothing that may have been meant as a record. */
    boolean onlySums() {
        return count == sums;
    }

    int count() {
        return count;
    }

    long line() {
        return line;
    }

    String text() {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
