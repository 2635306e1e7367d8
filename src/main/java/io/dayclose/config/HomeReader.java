package io.dayclose.config;

import io.dayclose.config.bonus.Bonus;
import io.dayclose.config.bonus.BonusReader;
import io.dayclose.config.bonus.BonusShapes;
import io.dayclose.config.calendar.CalendarReader;
import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.CarrierReader;
import io.dayclose.config.carrier.CarrierShapes;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedReader;
import io.dayclose.config.metric.Metric;
import io.dayclose.config.metric.MetricReader;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanReader;
import io.dayclose.config.plan.PlanShapes;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.Variables;
import io.dayclose.config.yaml.YamlFile;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads and checks all files of a home together, so that one look shows everything that is wrong. */
public final class HomeReader {
    private static final String FOLDER = "jobs-config/";

    private static final Set<String> KNOWN = Set.of(
            "company.yml",
            "calendar.yml",
            "recipients.yml",
            "users.yml",
            "schema",
            "feeds",
            "jobs",
            "reports",
            "plans",
            "carriers",
            "bonuses");

    private final HomeFiles files;
    private final Variables variables;
    private final Problems problems = new Problems();

    private HomeReader(HomeFiles files, Function<String, Optional<String>> variables) {
        this.files = files;
        this.variables = new Variables(variables, problems);
    }

    /** A home as far as it could be read, and everything wrong with it. */
    public record Loaded(Home home, Problems problems) {}

    public static Loaded read(HomeFiles files, Function<String, Optional<String>> variables) {
        var reader = new HomeReader(files, variables);
        return new Loaded(reader.home(), reader.problems);
    }

    private Home home() {
        tellUnread();
        var company = company();
        var calendar = valid("calendar.yml", CalendarReader.SHAPE)
                .map(new CalendarReader(problems)::read)
                .orElse(WorkingCalendar.EVEN);
        var recipients =
                valid("recipients.yml", Recipients.SHAPE).map(Recipients::read).orElse(Recipients.NONE);
        var jobs = named(
                new Kind("jobs", "job", JobReader.SHAPE, false),
                new JobReader(company.zone(), problems)::read,
                Job::name);
        var reports = named(
                new Kind("reports", "report", ReportReader.SHAPE, false),
                new ReportReader(problems)::read,
                Report::name);
        var plans = named(new Kind("plans", "plan", PlanShapes.PLAN, true), new PlanReader(problems)::read, Plan::name);
        var carriers = named(
                new Kind("carriers", "carrier", CarrierShapes.CARRIER, true),
                new CarrierReader(company.currency().getCurrencyCode(), company.zone(), problems)::read,
                Carrier::code);
        var home = new Home(
                files,
                company,
                calendar,
                feeds(company),
                jobs,
                reports,
                plans,
                carriers,
                metrics(),
                bonuses(),
                recipients,
                users());
        new References(home, problems).check();
        return home;
    }

    /** Files and folders that nothing reads: mostly a slip of the pen, and what they say would be missing in silence. */
    private void tellUnread() {
        KNOWN.stream()
                .filter(name -> !name.contains("."))
                .filter(name -> !name.equals("schema"))
                .flatMap(folder -> files.ignored(FOLDER + folder).stream())
                .forEach(each -> problems.add(each, Message.FILE_IGNORED, each.substring(each.lastIndexOf('/') + 1)));
        files.entries(FOLDER).stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FOLDER + name, Message.FILE_UNKNOWN, name, Nearest.to(name, KNOWN)));
    }

    private Map<String, Bonus> bonuses() {
        return named(
                new Kind("bonuses", "bonus", BonusShapes.BONUS, true), new BonusReader(problems)::read, Bonus::name);
    }

    /** The home's own metrics and those delivered, by name. */
    private Map<String, Metric> metrics() {
        var metrics = new LinkedHashMap<String, Metric>();
        for (var file : files.list("sql/metric", ".sql")) {
            var path = file.substring("sql/".length());
            var missing = QueryText.missing(files, path);
            missing.forEach(part -> problems.add(file, Message.FILE_MISSING, part));
            if (missing.isEmpty()) {
                var metric = new MetricReader(problems).read(file, QueryText.of(files, path));
                metrics.put(metric.name(), metric);
            }
        }
        return metrics;
    }

    private Map<String, User> users() {
        var users = new LinkedHashMap<String, User>();
        document("users.yml", HomeShapes.USERS)
                .map(Values::items)
                .orElse(List.of())
                .forEach(node -> add(Values.of(node), users));
        return users;
    }

    /** Two spellings of one name would let one person be two. */
    private void add(Values values, Map<String, User> users) {
        var user = User.read(values);
        Users.of(users.values())
                .find(user.name())
                .ifPresentOrElse(
                        other -> problems.add(values.place("user"), Message.USER_TWICE, user.name(), other.name()),
                        () -> users.put(user.name(), user));
    }

    private Company company() {
        if (files.read(FOLDER + "company.yml").isEmpty()) {
            problems.add(
                    FOLDER + "company.yml", Message.FILE_MISSING, files.folder().resolve(FOLDER + "company.yml"));
        }
        var node =
                valid("company.yml", CompanyReader.SHAPE).orElse(new Node.Mapping(FOLDER + "company.yml:1", Map.of()));
        return new CompanyReader(variables, problems).read(node);
    }

    private List<Feed> feeds(Company company) {
        var reader = new FeedReader(FeedCatalogue.delivered(), variables, problems);
        var order = FeedCatalogue.delivered().names();
        var feeds = new ArrayList<Feed>();
        for (var file : files.listOwn(FOLDER + "feeds", ".yml")) {
            valid(file.substring(FOLDER.length()), FeedReader.SHAPE).ifPresent(node -> {
                checkSource(company, node);
                reader.read(node).ifPresent(feed -> {
                    checkName(file, "feed", node);
                    feeds.add(feed);
                });
            });
        }
        feeds.sort(Comparator.comparingInt(feed -> order.indexOf(feed.name())));
        return feeds;
    }

    private void checkSource(Company company, Node node) {
        var source = Values.of(node).in("source");
        source.text("jdbc")
                .filter(name -> !company.dataSources().containsKey(name))
                .ifPresent(name -> problems.add(
                        source.place("jdbc"),
                        Message.UNKNOWN_DATA_SOURCE,
                        name,
                        Nearest.to(name, company.dataSources().keySet())));
        source.text("sql")
                .filter(sql -> files.read("sql/" + sql).isEmpty())
                .ifPresent(sql -> problems.add(source.place("sql"), Message.FILE_MISSING, "sql/" + sql));
    }

    /**
     * A folder of files of one kind, each naming itself under a key.
     *
     * @param own whether only the home's own count, and none are delivered
     */
    private record Kind(String folder, String key, Shape shape, boolean own) {}

    private <T> Map<String, T> named(Kind kind, Function<Node, T> read, Function<T, String> name) {
        var found = new LinkedHashMap<String, T>();
        var folder = FOLDER + kind.folder();
        for (var file : kind.own() ? files.listOwn(folder, ".yml") : files.list(folder, ".yml")) {
            valid(file.substring(FOLDER.length()), kind.shape()).ifPresent(node -> {
                checkName(file, kind.key(), node);
                var value = read.apply(node);
                found.put(name.apply(value), value);
            });
        }
        return found;
    }

    /** A file is found by its name, so the name inside must be the same; of a carrier's code, case aside. */
    private void checkName(String file, String key, Node node) {
        var expected = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yml".length());
        var written = Values.of(node).text(key, "");
        if (!written.isEmpty()
                && !(key.equals("carrier") ? written.equalsIgnoreCase(expected) : written.equals(expected))) {
            problems.add(Values.of(node).place(key), Message.NAME_DIFFERS, written, expected);
        }
    }

    /** A file without a word in it lacks whatever its kind needs. */
    private static Node emptyFile(String file) {
        return new Node.Mapping(FOLDER + file + ":1", Map.of());
    }

    /** The one document of a file. What is wrong with its shape is told; the rest is read on and checked further. */
    private Optional<Node> valid(String file, Shape shape) {
        return document(file, shape).filter(Node.Mapping.class::isInstance);
    }

    private Optional<Node> document(String file, Shape shape) {
        long before = problems.count();
        var documents = files.read(FOLDER + file)
                .map(text -> YamlFile.read(FOLDER + file, text, problems))
                .map(read -> read.isEmpty() && problems.count() == before ? List.of(emptyFile(file)) : read)
                .orElse(List.of());
        documents.forEach(document -> shape.check(document, problems));
        if (documents.size() > 1) {
            problems.add(
                    documents.get(1).place(),
                    Message.WRONG_VALUE,
                    "---",
                    new Bilingual("每个文件一个文档", "one document per file"));
        }
        return documents.stream().findFirst();
    }
}
