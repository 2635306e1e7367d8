package io.dayclose.config;

import io.dayclose.config.bonus.Bonus;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.YamlFile;
import io.dayclose.text.Message;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Checks what one file of a home says about another. */
final class References {
    private final Home home;
    private final Problems problems;

    References(Home home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    void check() {
        home.reports().values().forEach(this::checkReport);
        home.plans().values().forEach(this::checkPlan);
        checkCircles();
        home.bonuses().values().forEach(this::checkBonus);
        YamlFile.read(
                        "jobs-config/users.yml",
                        home.files().read("jobs-config/users.yml").orElse(""),
                        new Problems())
                .stream()
                .flatMap(document -> Values.items(document).stream())
                .forEach(user -> check(Values.of(user).nodes("roles"), roles()));
    }

    /** Those of the program, and those that bonus plans ask for. */
    private Set<String> roles() {
        var roles = new HashSet<>(User.ROLES);
        home.bonuses().values().forEach(bonus -> bonus.versions().forEach(version -> roles.addAll(version.approval())));
        return roles;
    }

    /** A bonus has a name of its own; a metric that no query makes is a score, unless it looks like a slip of the pen. */
    private void checkBonus(Bonus bonus) {
        var values = values("bonuses", bonus.name());
        if (home.plans().containsKey(bonus.name())) {
            problems.add(values.place("bonus"), Message.BONUS_NAME_TAKEN, bonus.name());
        }
        new Metrics(home.files(), problems).check(values);
    }

    /** An override earns on plans there are. */
    private void checkPlan(Plan plan) {
        values("plans", plan.name())
                .nodes("versions")
                .forEach(version -> check(
                        Values.of(version).in("rate").in("override").nodes("of"),
                        home.plans().keySet()));
    }

    /** What an override follows, and what that follows, must never be itself. */
    private void checkCircles() {
        home.plans().values().stream()
                .filter(plan -> reaches(plan, plan.name(), new HashSet<>()))
                .findFirst()
                .ifPresent(plan -> problems.add(
                        values("plans", plan.name()).place("versions"), Message.OVERRIDE_CYCLE, plan.name()));
    }

    private boolean reaches(Plan plan, String name, Set<String> seen) {
        return plan.versions().stream()
                .map(PlanVersion::rate)
                .filter(Rate.Override.class::isInstance)
                .flatMap(rate -> ((Rate.Override) rate).of().stream())
                .anyMatch(next -> next.equals(name)
                        || seen.add(next)
                                && home.plans().containsKey(next)
                                && reaches(home.plans().get(next), name, seen));
    }

    private void checkReport(Report report) {
        var values = values("reports", report.name());
        check(values.nodes("when"), home.jobs().keySet());
        check(values.in("recipients").nodes("cc"), home.recipients().groups().keySet());
        checkSheetIds(values.nodes("action"), report);
        checkSheetIds(values.in("send").nodes("when-rows"), report);
        values.nodes("sheets").forEach(this::checkSql);
        values.node("kpis").ifPresent(this::checkSql);
    }

    /** What stands in a file; nothing where a name inside it is not the file's, which has been told. */
    private Values values(String folder, String name) {
        var file = "jobs-config/" + folder + "/" + name + ".yml";
        return YamlFile.read(file, home.files().read(file).orElse(""), new Problems()).stream()
                .findFirst()
                .map(Values::of)
                .orElse(new Values(null));
    }

    private void checkSheetIds(Collection<Node> used, Report report) {
        check(used, report.sheets().stream().map(Report.Sheet::id).toList());
    }

    private void check(Collection<Node> used, Collection<String> known) {
        used.stream()
                .filter(node -> !known.contains(Values.scalar(node)))
                .forEach(node -> problems.add(
                        node.place(),
                        Message.UNKNOWN_REFERENCE,
                        Values.scalar(node),
                        Nearest.to(Values.scalar(node), known)));
    }

    private void checkSql(Node sheet) {
        var values = Values.of(sheet);
        values.text("sql").stream()
                .flatMap(sql -> QueryText.missing(home.files(), sql).stream())
                .forEach(missing -> problems.add(values.place("sql"), Message.FILE_MISSING, missing));
    }
}
