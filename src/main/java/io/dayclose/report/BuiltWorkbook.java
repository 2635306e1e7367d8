package io.dayclose.report;

import java.util.List;

/**
 * A finished workbook and what a mail says about it.
 *
 * @param digest of the contents, without what changed since the last revision
 * @param answer the sentence that says it all, empty when the report has none
 * @param actions the first rows of the report's action sheet: header, then rows
 * @param bars the last points of the first chart, for bars in the mail
 */
public record BuiltWorkbook(
        byte[] bytes,
        String digest,
        Figures figures,
        String answer,
        List<Change> changes,
        List<DisplayFigure> kpis,
        List<List<String>> actions,
        List<Bar> bars) {
    /** One bar: its label, its share of the largest (0 to 100), and its figure. */
    public record Bar(String label, int share, String value) {}

    public boolean hasRows(String sheet) {
        var figures = figures().sheets().get(sheet);
        return figures != null && figures.rows() > 0;
    }
}
