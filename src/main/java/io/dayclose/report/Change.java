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

    /** All differences between two revisions, figures first, then sheets by their totals and row counts. */
    public static List<Change> between(Figures before, Figures after, Report report, Language language) {
        return new Comparison(language).of(before, after, report);
    }

    /** Collects differences. */
    private static final class Comparison {
        private final List<Change> changes = new ArrayList<>();
        private final Language language;

        Comparison(Language language) {
            this.language = language;
        }

        List<Change> of(Figures before, Figures after, Report report) {
            report.kpis().stream()
                    .flatMap(kpis -> kpis.columns().stream())
                    .forEach(column -> add(
                            column.title().in(language),
                            before.kpis().get(column.field()),
                            after.kpis().get(column.field())));
            for (var sheet : report.sheets()) {
                var was = before.sheets().get(sheet.id());
                var is = after.sheets().get(sheet.id());
                if (was != null && is != null && !was.digest().equals(is.digest())) {
                    sheet(sheet, was, is);
                }
            }
            return changes;
        }

        private void sheet(Report.Sheet sheet, Figures.SheetFigures was, Figures.SheetFigures is) {
            int before = changes.size();
            var name = sheet.name().in(language);
            add(name + " · " + Texts.of(language).format("report.rows"), was.rows(), is.rows());
            for (ReportColumn column : sheet.columns()) {
                add(
                        name + " · " + column.title().in(language),
                        was.totals().get(column.field()),
                        is.totals().get(column.field()));
            }
            if (changes.size() == before) {
                changes.add(new Change(name, "", Texts.of(language).format("report.contents-changed")));
            }
        }

        private void add(String what, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                changes.add(new Change(what, Objects.toString(before, ""), Objects.toString(after, "")));
            }
        }
    }
}
