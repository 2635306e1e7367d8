package io.dayclose.config.feed;

import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.Variables;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads a feed's file: first its shape, then what it says about the feed's canonical columns. */
public final class FeedReader {
    public static final Shape SHAPE = Shapes.fields()
            .required("feed", Shapes.text())
            .required("source", SourceReader.SHAPE)
            .required("key", Shapes.list(Shapes.text()))
            .optional("columns", Shapes.map(Shapes.text(), Shapes.list(Shapes.text())))
            .optional(
                    "layout",
                    Shapes.fields()
                            .optional("delimiter", Shapes.pattern("一个字符", "one character", "(?s)."))
                            .optional("decimal", Shapes.oneOf(".", ","))
                            .optional(
                                    "charset",
                                    Shapes.oneOf(
                                            "auto",
                                            "UTF-8",
                                            "GB18030",
                                            "UTF-16LE",
                                            "UTF-16BE",
                                            "ISO-8859-1",
                                            "windows-1252"))
                            .optional("dates", Shapes.list(Shapes.text()))
                            .optional("header-row", Shapes.whole(1, 1000))
                            .optional("sheet", Shapes.text())
                            .optional("fill-down", Shapes.list(Shapes.text()))
                            .optional("footer", Shapes.text())
                            .optional("max-mb", Shapes.whole(1, 1000)))
            .optional("words", Shapes.map(Shapes.text(), Shapes.map(Shapes.text(), Shapes.text())))
            .optional("derive", Shapes.map(Shapes.text(), Shapes.text()))
            .optional(
                    "master",
                    Shapes.either(
                            Shapes.oneOf("check"),
                            Shapes.fields()
                                    .required(
                                            "learn",
                                            Shapes.fields()
                                                    .required("branch", Shapes.text())
                                                    .required(
                                                            "channel",
                                                            Shapes.oneOf("OWN", "DEALER", "CAMPUS", "ECHANNEL")))))
            .optional(
                    "complete",
                    Shapes.pattern(
                            "stable 2s 或 done-marker", "stable 2s or done-marker", "stable \\d{1,4}s|done-marker"))
            .optional(
                    "expected",
                    Shapes.fields()
                            .optional("daily", Shapes.timeOfDay())
                            .optional(
                                    "weekly",
                                    Shapes.pattern(
                                            "星期和时间，如 mon 10:00",
                                            "weekday and time, such as mon 10:00",
                                            Expected.WEEKLY))
                            .optional(
                                    "monthly",
                                    Shapes.pattern("日和时间，如 3 10:00", "day and time, such as 3 10:00", Expected.MONTHLY))
                            .optional("required", Shapes.flag())
                            .optional("from", Shapes.oneOf("branches"))
                            .optional("escalate-after-days", Shapes.whole(0, 90)))
            .optional("repeats", Shapes.oneOf("return", "last", "sum"))
            .optional("late-days", Shapes.whole(0, 36_500))
            .optional(
                    "controls", Shapes.fields().optional("count", Shapes.text()).optional("sum", Shapes.text()));

    private static final int LATE_DAYS = 92;

    private final FeedCatalogue catalogue;
    private final Variables variables;
    private final Problems problems;

    public FeedReader(FeedCatalogue catalogue, Variables variables, Problems problems) {
        this.catalogue = catalogue;
        this.variables = variables;
        this.problems = problems;
    }

    /** The feed, or nothing when its canonical form is not known. The shape must have been checked. */
    public Optional<Feed> read(Node node) {
        var values = Values.of(node);
        var name = values.text("feed", "");
        var schema = catalogue.schema(name);
        if (schema.isEmpty() && !name.isEmpty()) {
            problems.add(values.place("feed"), Message.UNKNOWN_FEED, name, String.join(", ", catalogue.names()));
        }
        return schema.map(known -> feed(known, values));
    }

    private Feed feed(FeedSchema schema, Values values) {
        checkKey(schema, values);
        checkColumns(schema, values.in("columns"));
        checkColumns(schema, values.in("derive"));
        checkColumns(schema, values.in("words"));
        new ExpressionCheck(schema, values.in("columns"), problems).check(values.in("derive"));
        var learn = values.in("master").in("learn");
        return new Feed(
                schema,
                new SourceReader(variables, problems).read(values),
                values.in("columns").map(Values::scalars),
                layout(schema, values.in("layout"), words(schema, values.in("words"))),
                values.in("derive").map(Values::scalar),
                learn.text("branch").map(branch -> new Feed.Learn(branch, learn.text("channel", "OWN"))),
                completeness(values.text("complete", "stable 2s")),
                values.node("expected").map(Values::of).flatMap(expected -> expected(values, expected)),
                values.node("controls").map(Values::of).map(controls -> controls(schema, values, controls)),
                rules(schema, values));
    }

    private Feed.Rules rules(FeedSchema schema, Values values) {
        var repeats = values.text("repeats", "return");
        if (values.text("repeats").isPresent()
                && values.in("source").text("files").isEmpty()) {
            problems.add(values.place("repeats"), Message.REPEATS_OF_QUERY);
        } else if (repeats.equals("sum") && schema.columnNames().stream().noneMatch(schema::addsUp)) {
            problems.add(values.place("repeats"), Message.NOTHING_TO_SUM, schema.name());
        }
        var meant = Arrays.stream(Feed.Repeats.values())
                .filter(each -> each.name().equalsIgnoreCase(repeats))
                .findFirst()
                .orElse(Feed.Repeats.RETURN);
        return new Feed.Rules(meant, values.whole("late-days", LATE_DAYS));
    }

    /** What cannot be compared is told here: a query has no trailer, and only numbers add up. */
    private Feed.Controls controls(FeedSchema schema, Values feed, Values controls) {
        if (SourceReader.fileNames(feed).isEmpty()) {
            problems.add(feed.place("controls"), Message.CONTROLS_OF_QUERY);
        }
        var sum = controls.text("sum");
        if (sum.filter(column -> !schema.isNumber(column)).isPresent()) {
            var numbers = schema.columnNames().stream().filter(schema::isNumber).toList();
            problems.add(
                    controls.place("sum"),
                    Message.UNKNOWN_COLUMN,
                    sum.get(),
                    schema.name(),
                    Nearest.to(sum.get(), numbers));
            sum = Optional.empty();
        }
        return new Feed.Controls(controls.text("count"), sum);
    }

    /** What every branch sends must say in its name which branch it is from. */
    private Optional<Expected> expected(Values feed, Values values) {
        var expected = Expected.read(values);
        if (Stream.of("daily", "weekly", "monthly")
                .allMatch(key -> values.text(key).isEmpty())) {
            problems.add(feed.place("expected"), Message.MISSING_KEY, "daily", "02:00");
        }
        boolean named = SourceReader.fileNames(feed).orElse("").contains("{branch}");
        if (expected.filter(Expected::fromBranches).isPresent() && !named) {
            problems.add(values.place("from"), Message.NO_BRANCH_IN_NAME);
        }
        return expected;
    }

    /** What people write for our words; each must mean one of those the column takes. */
    private Map<String, Map<String, String>> words(FeedSchema schema, Values values) {
        var words = new LinkedHashMap<String, Map<String, String>>();
        values.map(Values::of).forEach((column, meanings) -> {
            var choices = schema.has(column)
                    ? schema.columns().get(schema.index(column)).words()
                    : List.<String>of();
            if (choices.isEmpty() && schema.has(column)) {
                problems.add(values.place(column), Message.NO_LIST_OF_WORDS, column, schema.name());
            }
            boolean open = schema.has(column)
                    && schema.columns().get(schema.index(column)).isOpen();
            meanings.map(node -> node).forEach((word, node) -> {
                if (!choices.isEmpty() && !isMeant(Values.scalar(node), choices, open)) {
                    problems.add(
                            node.place(),
                            Message.WRONG_VALUE,
                            Values.scalar(node),
                            Bilingual.same(String.join(", ", choices)));
                }
            });
            words.put(column, meanings.map(Values::scalar));
        });
        return words;
    }

    /** Where other words are possible too, one that is nearly one of ours is a slip all the same. */
    private static boolean isMeant(String word, List<String> choices, boolean open) {
        return choices.contains(word)
                || open && !word.isBlank() && Nearest.slip(word, choices).isEmpty();
    }

    private Layout layout(FeedSchema schema, Values values, Map<String, Map<String, String>> words) {
        values.nodes("dates").forEach(this::checkPattern);
        return new Layout(
                values.character("delimiter", Layout.BY_SIGHT),
                values.character("decimal", '.'),
                values.text("charset", "auto"),
                values.texts("dates"),
                values.whole("max-mb", Layout.CANONICAL.maxMegabytes()),
                words,
                frame(schema, values));
    }

    private Layout.Frame frame(FeedSchema schema, Values values) {
        for (var column : values.nodes("fill-down")) {
            checkColumn(schema, Values.scalar(column), column.place());
        }
        return new Layout.Frame(
                values.text("sheet"), values.whole("header-row", 0), values.texts("fill-down"), footer(values));
    }

    private Optional<String> footer(Values values) {
        var footer = values.text("footer");
        try {
            footer.ifPresent(Pattern::compile);
            return footer;
        } catch (PatternSyntaxException wrong) {
            problems.add(values.place("footer"), Message.BAD_PATTERN, footer.orElse(""), wrong.getDescription());
            return Optional.empty();
        }
    }

    private static Feed.Completeness completeness(String text) {
        var seconds = text.replaceAll("\\D", "");
        return text.equals("done-marker")
                ? new Feed.Completeness(true, 0)
                : new Feed.Completeness(
                        false, seconds.isEmpty() || seconds.length() > 4 ? 2 : Integer.parseInt(seconds));
    }

    private void checkKey(FeedSchema schema, Values values) {
        var written = values.texts("key");
        boolean same = written.size() <= schema.key().size()
                && List.copyOf(schema.key().subList(0, written.size())).equals(written);
        if (values.node("key").isPresent() && (!same || written.size() < required(schema))) {
            problems.add(values.place("key"), Message.KEY_DIFFERS, written, schema.key());
        }
    }

    /** Key parts that may be empty (valid_from) may be left out of the file's key. */
    private static long required(FeedSchema schema) {
        return schema.key().stream()
                .filter(key -> !schema.columns().get(schema.index(key)).optional())
                .count();
    }

    private void checkColumns(FeedSchema schema, Values columns) {
        columns.map(Node::place).forEach((column, place) -> checkColumn(schema, column, place));
    }

    private void checkColumn(FeedSchema schema, String column, String place) {
        if (!schema.has(column)) {
            problems.add(
                    place, Message.UNKNOWN_COLUMN, column, schema.name(), Nearest.to(column, schema.columnNames()));
        }
    }

    private void checkPattern(Node node) {
        DatePattern.wrong(Values.scalar(node))
                .ifPresent(why -> problems.add(node.place(), Message.BAD_PATTERN, Values.scalar(node), why));
    }
}
