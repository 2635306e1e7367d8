package io.dayclose.intake.describe;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.ColumnType;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.describe.ValueForms.DatePattern;
import io.dayclose.intake.read.FileLook;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the proposal for one file. */
final class ProposalText {
    private final Path file;
    private final FileLook look;
    private final Found found;
    private final Texts texts;
    private final List<String> unsure = new ArrayList<>();

    ProposalText(Path file, FileLook look, Found found, Language language) {
        this.file = file;
        this.look = look;
        this.found = found;
        texts = Texts.of(language);
    }

    FeedProposal of(FeedSchema schema) {
        var cells = new ColumnGuess(schema, found.header()).cells();
        var derived = new Derivation(schema, cells, found).expressions();
        var yaml = new StringBuilder();
        yaml.append("# ").append(say("seen", seen())).append('\n');
        yaml.append("feed: ").append(schema.name()).append('\n');
        yaml.append("source: {files: ").append(quoted(glob())).append("}\n");
        yaml.append("key: ").append(required(schema)).append('\n');
        section(yaml, "columns", columns(cells));
        section(yaml, "layout", layout(schema, cells));
        section(yaml, "words", words(schema, cells));
        section(yaml, "derive", derived);
        remark(schema, cells, derived);
        unsure.forEach(each -> yaml.append("# ").append(each).append('\n'));
        return new FeedProposal(yaml.toString(), List.copyOf(unsure));
    }

    private String say(String key, Object... values) {
        return texts.format("describe." + key, values);
    }

    private String seen() {
        var written = look.charset().map(charset -> ", " + charset).orElse("")
                + look.delimiter()
                        .map(each -> ", " + (each == '\t' ? "tab" : each))
                        .orElse("");
        return file.getFileName() + ": " + look.kind() + written
                + (found.table().isEmpty() ? "" : ", " + found.table());
    }

    /** The file's name with its date left open. */
    private String glob() {
        return String.valueOf(file.getFileName())
                .replaceFirst("20\\d\\d-(0\\d|1[0-2])-([0-2]\\d|3[01])|20\\d\\d(0\\d|1[0-2])([0-2]\\d|3[01])", "{date}")
                .replaceFirst("(?<=[-_ ])\\d{1,3}(?=\\.)", "*");
    }

    private static List<String> required(FeedSchema schema) {
        return schema.key();
    }

    private Map<String, String> columns(Map<String, Integer> cells) {
        var columns = new LinkedHashMap<String, String>();
        cells.forEach((column, cell) -> {
            var header = found.header().get(cell);
            if (!header.equals(column)) {
                columns.put(column, "[" + quoted(header) + "]");
            }
        });
        return columns;
    }

    private Map<String, String> layout(FeedSchema schema, Map<String, Integer> cells) {
        var layout = new LinkedHashMap<String, String>();
        var patterns = new LinkedHashSet<String>();
        var numbers = new ArrayList<List<String>>();
        cells.forEach((column, cell) -> {
            var type = column(schema, column).type();
            if (type == ColumnType.DATE || type == ColumnType.TIME) {
                ValueForms.dates(found.values(cell)).ifPresent(form -> patterns.add(pattern(column, form)));
            } else if (type == ColumnType.MONEY || type == ColumnType.PRICE) {
                numbers.add(found.values(cell));
            }
        });
        if (!patterns.isEmpty()) {
            layout.put(
                    "dates", patterns.stream().map(ProposalText::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
        if (ValueForms.hasDecimalComma(ValueForms.all(numbers))) {
            layout.put("decimal", "\",\"");
        }
        return layout;
    }

    private String pattern(String column, DatePattern form) {
        if (!form.sure()) {
            unsure.add(say("day_or_month", column, form.pattern()));
        }
        return form.pattern();
    }

    private Map<String, String> words(FeedSchema schema, Map<String, Integer> cells) {
        var words = new LinkedHashMap<String, String>();
        cells.forEach((column, cell) -> {
            var ours = column(schema, column).words();
            var theirs =
                    ours.isEmpty() ? Map.<String, Optional<String>>of() : ValueForms.words(found.values(cell), ours);
            var known = theirs.entrySet().stream()
                    .filter(each -> each.getValue().isPresent())
                    .map(each -> quoted(each.getKey()) + ": " + each.getValue().get())
                    .collect(Collectors.joining(", ", "{", "}"));
            if (!known.equals("{}")) {
                words.put(column, known);
            }
            theirs.entrySet().stream()
                    .filter(each -> each.getValue().isEmpty())
                    .forEach(each -> unsure.add(say("word", column, each.getKey(), String.join(", ", ours))));
        });
        return words;
    }

    /** What the feed needs and nothing in the file is, and what may be more than it seems. */
    private void remark(FeedSchema schema, Map<String, Integer> cells, Map<String, String> derived) {
        schema.columns().stream()
                .filter(column -> !column.optional())
                .map(Column::name)
                .filter(name -> !cells.containsKey(name) && !derived.containsKey(name))
                .forEach(name -> unsure.add(say("missing", name)));
        derived.forEach((column, expression) -> unsure.add(say("derived", column, expression)));
        cells.forEach((column, cell) -> {
            if (KnownHeaders.rank(column, found.header().get(cell)) > 0 && schema.isKey(column)) {
                unsure.add(say("key", found.header().get(cell), column));
            }
        });
    }

    private static Column column(FeedSchema schema, String name) {
        return schema.columns().get(schema.index(name));
    }

    private static void section(StringBuilder yaml, String name, Map<String, String> entries) {
        if (!entries.isEmpty()) {
            yaml.append(name).append(":\n");
            entries.forEach((key, value) ->
                    yaml.append("  ").append(key).append(": ").append(value).append('\n'));
        }
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
