package io.dayclose.report;

import java.util.Map;

/** What a workbook says, in short: enough to tell the next revision what changed. All values as plain text. */
public record Figures(Map<String, String> kpis, Map<String, SheetFigures> sheets) {
    /** @param totals the sum of each column that has one */
    public record SheetFigures(long rows, Map<String, String> totals, String digest) {}
}
