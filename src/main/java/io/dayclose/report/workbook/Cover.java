package io.dayclose.report.workbook;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.config.Company;
import io.dayclose.config.Report;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.money.Money;
import io.dayclose.report.Change;
import io.dayclose.report.ChartData;
import io.dayclose.report.workbook.ReportWriter.Context;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The first sheet: whose it is, the answer in a sentence, the figures large, whether the data is complete, what changed, and links. */
public final class Cover {
    private static final int CHART_ROWS = 16;
    private static final int LINKS_AT = 9;

    private final CoverSheet sheet;
    private final Company company;
    private final Report report;
    private final Language language;
    private final Texts texts;

    public Cover(Book book, Company company, Report report, Language language) {
        this.company = company;
        this.report = report;
        this.language = language;
        texts = Texts.of(language);
        sheet = new CoverSheet(book, texts.format("report.cover"));
    }

    /**
     * What the first sheet tells of the others.
     *
     * @param answer empty when the report says none
     */
    public record Content(
            String answer,
            Map<ReportColumn, @Nullable Object> figures,
            List<Change> changes,
            Optional<ChartData> chart,
            List<String> sheets,
            String inputDigest) {}

    public void write(Context context, Content content) {
        title(context, content.answer());
        context.earlier().ifPresent(earlier -> changes(earlier.revision() + 1, context.why(), content.changes()));
        var symbol = new Money(BigDecimal.ZERO, company.currency()).symbol(language.locale());
        new CoverFigures(sheet, language, symbol).write(content.figures());
        content.chart().ifPresent(this::chart);
        if (report.mend()) {
            sheet.sentence(texts.format("mend.how"), sheet.bold());
            sheet.skip();
        }
        int top = sheet.next();
        if (!context.scope().isPartner()) {
            new CoverVerdict(sheet, texts).write(context.feeds());
        }
        links(top, content.sheets());
        sheet.skip();
        sheet.words(sheet.style(8, false, true), texts.format("report.digests", context.date(), content.inputDigest()));
        PrintSetup.landscape(sheet.sheet());
        sheet.sheet().getPrintSetup().setFitHeight((short) 1);
    }

    private void title(Context context, String answer) {
        var date = SpokenDate.withWeekday(context.date(), language.locale());
        sheet.words(sheet.style(11, false, true), names(context) + "  ·  " + date)
                .setHeightInPoints(20);
        sheet.words(sheet.style(20, true, false), report.title().in(language)).setHeightInPoints(34);
        if (!answer.isEmpty()) {
            sheet.sentence(answer, sheet.style(13, true, false));
        }
        sheet.skip();
    }

    private String names(Context context) {
        var own = company.name().in(language);
        return own.equals(context.scope().name())
                ? own
                : own + "  ·  " + context.scope().name();
    }

    private void changes(int revision, String why, List<Change> changes) {
        sheet.heading(texts.format("report.revision", revision));
        sheet.words(sheet.plain(), why);
        sheet.row(
                sheet.header(),
                texts.format("report.what"),
                texts.format("report.before"),
                texts.format("report.after"));
        changes.forEach(change -> sheet.row(sheet.plain(), change.what(), change.before(), change.after()));
        sheet.skip();
    }

    private void chart(ChartData data) {
        int top = sheet.next();
        ComboChart.draw(sheet.sheet(), data, new CellRangeAddress(top, top + CHART_ROWS, 0, CoverSheet.COLUMNS));
        sheet.goOnAt(top + CHART_ROWS + 1);
    }

    /** Links stand to the right of what came in, so that all of it prints on one page. */
    private void links(int top, List<String> sheets) {
        sheet.cell(top, LINKS_AT, texts.format("report.sheets"), sheet.style(13, true, false));
        int row = top;
        for (var name : sheets) {
            var link = sheet.sheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + name.replace("'", "''") + "'!A1");
            sheet.cell(++row, LINKS_AT, "→ " + name, sheet.plain()).setHyperlink(link);
        }
        sheet.goOnAt(Math.max(sheet.next(), row + 2));
    }
}
