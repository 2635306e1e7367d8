package io.dayclose.report;

import io.dayclose.config.Report;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One figure that differs from the revision before. */
public record Change(String what, String before, String after) {

    /** Does all differences between two revisions, figures first, then sheets by their totals and row counts. */
    public static List<Change> between(Figures before, Figures after, Report report, Language language) {
        var changes = new ArrayList<Change>();
        report.kpis().ifPresent(kpis -> kpis.columns()
                .forEach(column -> add(
                        changes,
                        column.title().in(language),
                        before.kpis().get(column.field()),
                        after.kpis().get(column.field()))));
        for (var sheet : report.sheets()) {
            var was = before.sheets().get(sheet.id());
            var is = after.sheets().get(sheet.id());
            if (was != null && is != null && !was.digest().equals(is.digest())) {
                sheet(changes, sheet, was, is, language);
            }
        }
        return changes;
    }

    private static void sheet(
            List<Change> changes,
            Report.Sheet sheet,
            Figures.SheetFigures was,
            Figures.SheetFigures is,
            Language language) {
        int before = changes.size();
        var name = sheet.name().in(language);
        add(changes, name + " · " + Texts.of(language).format("report.rows"), was.rows(), is.rows());
        for (ReportColumn column : sheet.columns()) {
            add(
                    changes,
                    name + " · " + column.title().in(language),
                    was.totals().get(column.field()),
                    is.totals().get(column.field()));
        }
        if (changes.size() == before) {
            changes.add(new Change(name, "", Texts.of(language).format("report.contents-changed")));
        }
    }

    private static void add(List<Change> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }
}
