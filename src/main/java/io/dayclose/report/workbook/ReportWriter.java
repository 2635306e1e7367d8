package io.dayclose.report.workbook;

import io.dayclose.config.Home;
import io.dayclose.config.Report;
import io.dayclose.database.ContentDigest;
import io.dayclose.report.Answer;
import io.dayclose.report.BuiltWorkbook;
import io.dayclose.report.Change;
import io.dayclose.report.ChartData;
import io.dayclose.report.DisplayFigure;
import io.dayclose.report.FeedState;
import io.dayclose.report.Figures;
import io.dayclose.report.MendSheet;
import io.dayclose.report.ReportQuery;
import io.dayclose.report.Scope;
import io.dayclose.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds one workbook: its sheets row by row, then the first sheet, which tells what they say. */
public final class ReportWriter {
    private static final int ACTION_ROWS = 10;
    private static final int BARS = 14;

    private final Home home;
    private final Report report;
    private final ReportQuery query;
    private final Language language;
    private final String inputDigest;
    private final ContentDigest digest = new ContentDigest();
    private final Map<String, Figures.SheetFigures> figures = new LinkedHashMap<>();
    private final List<List<String>> actions = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Optional<ChartData> chart = Optional.empty();

    /** @param inputDigest tells apart the facts a workbook was made from, printed small on its first sheet */
    public ReportWriter(Home home, Report report, ReportQuery query, String inputDigest) {
        this.home = home;
        this.report = report;
        this.query = query;
        this.inputDigest = inputDigest;
        language = report.language().orElse(home.company().language());
    }

    /** What the first sheet says besides figures. */
    public record Context(LocalDate date, Scope scope, List<FeedState> feeds, Optional<Earlier> earlier, String why) {}

    /** The revision before, to compare with. */
    public record Earlier(int revision, Figures figures) {}

    public BuiltWorkbook build(Context context) {
        var parameters = ReportQuery.parameters(
                context.date(), context.scope(), home.company().stock());
        digest.add(
                report.name(),
                language,
                context.scope().codeText(),
                context.scope().name(),
                context.date());
        try (var book = new Book(context.date(), home.company().name().in(language))) {
            for (var sheet : sheets(context.scope())) {
                write(book, sheet, use -> query.rows(sheet, home.sql(sheet.sql()), parameters, use));
            }
            if (report.mend()) {
                home.feeds().stream()
                        .map(feed -> new MendSheet(feed.schema()))
                        .forEach(mend -> write(
                                book,
                                mend.sheet(),
                                use -> query.rows(
                                        MendSheet.STORED,
                                        mend.sql(),
                                        parameters,
                                        stored -> use.accept(mend.row(stored)))));
            }
            var values = kpis(parameters);
            context.feeds().forEach(feed -> digest.add(feed.feed(), feed.expected(), feed.came() > 0));
            var all = new Figures(named(values), figures);
            var changes = context.earlier()
                    .map(earlier -> Change.between(earlier.figures(), all, report, language))
                    .orElse(List.of());
            var shown = shown(values);
            var answer = new Answer(values, all, home.company().currency(), language).of(report);
            new Cover(book, home.company(), report, language)
                    .write(context, new Cover.Content(answer, values, changes, chart, written, inputDigest));
            return new BuiltWorkbook(
                    book.bytes(), digest.hex(), all, answer, changes, shown, List.copyOf(actions), bars());
        }
    }

    private List<Report.Sheet> sheets(Scope scope) {
        return report.sheets().stream()
                .filter(sheet -> sheet.isFor(scope.kind()))
                .toList();
    }

    private void write(Book book, Report.Sheet sheet, Consumer<Consumer<@Nullable Object[]>> source) {
        var rows = new ContentDigest();
        var points = new ArrayList<@Nullable Object[]>();
        var writer = new SheetWriter(book, sheet, language);
        source.accept(values -> {
            rows.add(values);
            writer.row(values);
            note(sheet, values, points);
        });
        if (sheet.mend() && writer.count() == 0) {
            return;
        }
        writer.finish();
        written.add(writer.name());
        var hex = rows.hex();
        digest.add(sheet.id(), hex);
        figures.put(sheet.id(), new Figures.SheetFigures(writer.count(), writer.totals(), hex));
        if (chart.isEmpty() && !points.isEmpty()) {
            chart = Optional.of(ChartData.of(sheet, writer.name(), points, language));
        }
    }

    private void note(Report.Sheet sheet, @Nullable Object[] values, List<@Nullable Object[]> points) {
        if (sheet.chart().isPresent()) {
            points.add(values);
        }
        if (report.action().equals(Optional.of(sheet.id())) && actions.size() <= ACTION_ROWS) {
            if (actions.isEmpty()) {
                actions.add(sheet.columns().stream()
                        .map(column -> column.title().in(language))
                        .toList());
            }
            var row = new ArrayList<String>();
            for (int i = 0; i < values.length; i++) {
                row.add(shown(sheet.columns().get(i), values[i]));
            }
            actions.add(row);
        }
    }

    private String shown(Report.ReportColumn column, @Nullable Object value) {
        return value instanceof String code
                ? column.named(code, language)
                : DisplayFigure.text(value, column.type(), home.company().currency(), language.locale());
    }

    private Map<Report.ReportColumn, @Nullable Object> kpis(Map<String, @Nullable Object> parameters) {
        var values = new LinkedHashMap<Report.ReportColumn, @Nullable Object>();
        report.kpis()
                .ifPresent(kpis -> query.rows(kpis, home.sql(kpis.sql()), parameters, row -> {
                    digest.add(row);
                    for (int i = 0; i < row.length; i++) {
                        values.put(kpis.columns().get(i), row[i]);
                    }
                }));
        return values;
    }

    private static Map<String, String> named(Map<Report.ReportColumn, @Nullable Object> values) {
        var named = new LinkedHashMap<String, String>();
        values.forEach((column, value) -> named.put(column.field(), ContentDigest.text(value)));
        return named;
    }

    private List<DisplayFigure> shown(Map<Report.ReportColumn, @Nullable Object> values) {
        var shown = new ArrayList<DisplayFigure>();
        values.forEach(
                (column, value) -> shown.add(new DisplayFigure(column.title().in(language), shown(column, value))));
        return shown;
    }

    private List<BuiltWorkbook.Bar> bars() {
        return chart.map(data -> data.bars(BARS, home.company().currency(), language))
                .orElse(List.of());
    }
}
