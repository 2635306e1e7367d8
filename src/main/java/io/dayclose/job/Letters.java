package io.dayclose.job;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.config.Report;
import io.dayclose.delivery.Letter;
import io.dayclose.report.Built;
import io.dayclose.text.Language;
import java.time.LocalDate;
import java.util.Optional;

/** What the mail of a workbook says, taken from the workbook. */
final class Letters {
    private static final int HEADLINE = 2;

    private Letters() {}

    static Letter of(ReportStep.Task task, Built built, LocalDate date, int revision, Language language) {
        var figures = built.kpis().stream()
                .map(kpi -> new Letter.Figure(kpi.title(), kpi.value()))
                .toList();
        return new Letter(
                language,
                task.report().title().in(language),
                task.scope().name(),
                SpokenDate.withWeekday(date, language.locale()),
                revision,
                figures.subList(0, Math.min(HEADLINE, figures.size())),
                figures,
                built.changes().stream()
                        .map(change -> new Letter.Difference(change.what(), change.before(), change.after()))
                        .toList(),
                task.report().action().flatMap(id -> title(task.report(), id, language)),
                built.actions(),
                built.bars().stream()
                        .map(bar -> new Letter.Bar(bar.label(), bar.share(), bar.value()))
                        .toList());
    }

    private static Optional<String> title(Report report, String id, Language language) {
        return report.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .map(sheet -> sheet.name().in(language))
                .findFirst();
    }
}
