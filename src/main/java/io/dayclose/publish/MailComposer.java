package io.dayclose.publish;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.config.Report;
import io.dayclose.delivery.Letter;
import io.dayclose.report.BuiltWorkbook;
import io.dayclose.text.Language;
import java.util.Optional;

/** What the mail of a workbook says, taken from the workbook. */
public final class MailComposer {
    private static final int HEADLINE = 2;

    private MailComposer() {}

    static Letter of(Edition edition, BuiltWorkbook built) {
        var language = edition.language();
        var figures = built.kpis().stream()
                .map(kpi -> new Letter.Figure(kpi.title(), kpi.value()))
                .toList();
        return new Letter(
                language,
                edition.title(),
                edition.scope().name(),
                SpokenDate.withWeekday(edition.date(), language.locale()),
                edition.revision(),
                built.answer(),
                figures.subList(0, Math.min(HEADLINE, figures.size())),
                figures,
                built.changes().stream()
                        .map(change -> new Letter.Difference(change.what(), change.before(), change.after()))
                        .toList(),
                edition.report().action().flatMap(id -> title(edition.report(), id, language)),
                built.actions(),
                built.bars().stream()
                        .map(bar -> new Letter.Bar(bar.label(), bar.share(), bar.value()))
                        .toList(),
                true);
    }

    private static Optional<String> title(Report report, String id, Language language) {
        return report.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .map(sheet -> sheet.name().in(language))
                .findFirst();
    }
}
