package io.dayclose.config;

import io.dayclose.config.Report.Audience;
import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.Chart;
import io.dayclose.config.Report.Color;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Send;
import io.dayclose.config.Report.Sheet;
import io.dayclose.config.yaml.FieldsShape;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import io.dayclose.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads a report's file. */
final class ReportReader {
    /** Codes of the program's own, which it has names for. */
    private static final String[] OWN_NAMES = {"feed", "reason", "column", "decision", "break"};

    /** The kinds of scopes a workbook is made for. */
    static final Shape SCOPE = Shapes.oneOf(ReportScope.texts());

    private static final Shape COLUMN = Shapes.fields()
            .required("field", Shapes.text())
            .optional("title", Shapes.bilingual())
            .optional("type", Shapes.oneOf(types()))
            .optional("width", Shapes.whole(2, 255))
            .optional("total", Shapes.oneOf("sum"))
            .optional("bar", Shapes.flag())
            .optional("names", Shapes.either(Shapes.oneOf(OWN_NAMES), Shapes.map(Shapes.text(), Shapes.bilingual())))
            .optional(
                    "color",
                    Shapes.fields()
                            .optional("below", Shapes.decimal("-1000000000"))
                            .optional("above", Shapes.decimal("-1000000000")));
    private static final Shape SHEET = sheet().required("name", Shapes.bilingual())
            .optional("id", Shapes.text())
            .optional("scopes", Shapes.list(SCOPE))
            .optional("sort", Shapes.list(Shapes.text()))
            .optional(
                    "chart",
                    Shapes.fields()
                            .required("type", Shapes.oneOf("combo"))
                            .required("x", Shapes.text())
                            .required("bars", Shapes.list(Shapes.text()))
                            .optional("line", Shapes.list(Shapes.text())));
    static final Shape SHAPE = Shapes.fields()
            .required(
                    "report", Shapes.pattern("小写字母、数字和 -", "lower-case letters, digits and -", "[a-z][a-z0-9-]{0,60}"))
            .required("title", Shapes.bilingual())
            .required("when", Shapes.list(Shapes.text()))
            .required("scopes", Shapes.list(SCOPE))
            .optional(
                    "recipients",
                    Shapes.fields()
                            .optional("role", Shapes.list(Shapes.text()))
                            .optional("outlet", Shapes.list(Shapes.text()))
                            .optional("company", Shapes.list(Shapes.text()))
                            .optional("cc", Shapes.list(Shapes.text())))
            .optional(
                    "send",
                    Shapes.either(
                            Shapes.oneOf("always", "when-changed"),
                            Shapes.fields().required("when-rows", Shapes.text())))
            .optional(
                    "format",
                    Shapes.fields()
                            .optional("locale", Shapes.pattern("zh-CN 或 en", "zh-CN or en", "(zh|en)(-[A-Z]{2})?"))
                            .optional("password", Shapes.oneOf("none")))
            .optional("headline", Shapes.bilingual())
            .optional("kpis", sheet())
            .optional("action", Shapes.text())
            .optional("mend", Shapes.flag())
            .optional("explain", Shapes.flag())
            .required("sheets", Shapes.list(SHEET));

    private final Problems problems;

    ReportReader(Problems problems) {
        this.problems = problems;
    }

    private static FieldsShape sheet() {
        return Shapes.fields().required("sql", Shapes.text()).required("columns", Shapes.list(COLUMN));
    }

    private static String[] types() {
        return Arrays.stream(CellType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    Report read(Node node) {
        var values = Values.of(node);
        var recipients = values.in("recipients");
        var company = recipients.texts("company");
        return new Report(
                values.text("report", ""),
                values.bilingual("title").orElse(Bilingual.same("?")),
                values.texts("when"),
                ReportScope.named(values.texts("scopes")),
                new Audience(
                        recipients.texts("role"),
                        recipients.texts("outlet"),
                        company.isEmpty() ? List.of("GENERAL_MANAGER", "SALES_DIRECTOR") : company,
                        recipients.texts("cc")),
                new Send(values.in("send").text("when-rows")),
                values.in("format").text("locale").map(Language::ofTag),
                values.node("headline").map(each -> headline(each, values)),
                values.node("kpis").map(this::sheet),
                values.nodes("sheets").stream().map(this::sheet).toList(),
                values.text("action"),
                values.flag("mend", false),
                values.flag("explain", false));
    }

    private Headline headline(Node node, Values report) {
        var headline = new Headline(report.bilingual("headline").orElseThrow());
        var fields = report.in("kpis").nodes("columns").stream()
                .map(column -> Values.of(column).text("field", ""))
                .toList();
        var sheets = report.nodes("sheets").stream()
                .map(sheet -> Values.of(sheet).text("id", sheetName(sheet)))
                .toList();
        headline.figures()
                .forEach(figure -> checkName(
                        node.place(), figure.name(), figure.kind() == Headline.Named.Kind.ROWS ? sheets : fields));
        return headline;
    }

    private static String sheetName(Node sheet) {
        return Values.of(sheet).bilingual("name").map(Bilingual::en).orElse("");
    }

    private Sheet sheet(Node node) {
        var values = Values.of(node);
        var columns = values.nodes("columns").stream().map(ReportReader::column).toList();
        var name = values.bilingual("name").orElse(Bilingual.same("KPI"));
        checkFields(columns, values.nodes("sort"));
        checkFields(columns, chartFields(values.in("chart")));
        return new Sheet(
                values.text("id", name.en()),
                name,
                values.text("sql", ""),
                columns,
                values.texts("sort"),
                values.node("chart").map(Values::of).map(ReportReader::chart),
                false,
                ReportScope.named(values.texts("scopes")));
    }

    private static List<Node> chartFields(Values chart) {
        return Stream.of("x", "bars", "line")
                .flatMap(key -> chart.nodes(key).stream())
                .toList();
    }

    private void checkFields(List<ReportColumn> columns, List<Node> used) {
        var fields = columns.stream().map(ReportColumn::field).toList();
        used.forEach(node -> checkName(node.place(), Values.scalar(node).replaceFirst("^-", ""), fields));
    }

    private void checkName(String place, String name, List<String> known) {
        if (!known.contains(name)) {
            problems.add(place, Message.UNKNOWN_REFERENCE, name, Nearest.to(name, known));
        }
    }

    private static ReportColumn column(Node node) {
        var values = Values.of(node);
        var field = values.text("field", "");
        var color = values.in("color");
        return new ReportColumn(
                field,
                values.bilingual("title").orElse(Bilingual.same(field)),
                type(values.text("type", "text")),
                values.whole("width", 0),
                values.text("total").isPresent(),
                values.flag("bar", false),
                values.node("color").map(any -> new Color(color.decimal("below"), color.decimal("above"))),
                values.text("names")
                        .filter(word -> !word.isEmpty())
                        .map(Texts::named)
                        .orElseGet(() -> values.in("names").map(ReportReader::name)));
    }

    private static CellType type(String name) {
        return Arrays.stream(CellType.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(CellType.TEXT);
    }

    private static Bilingual name(Node node) {
        return node instanceof Node.Scalar
                ? Bilingual.same(Values.scalar(node))
                : new Bilingual(Values.of(node).text("zh", ""), Values.of(node).text("en", ""));
    }

    private static Chart chart(Values values) {
        return new Chart(values.text("x", ""), values.texts("bars"), values.texts("line"));
    }
}
