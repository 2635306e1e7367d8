package io.dayclose.commission.posting;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import io.dayclose.period.ClosedMonths;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The plans' origin months whose accounts may have to be brought to new targets. */
final class PostingGroups {
    /** With changes of lines; with lines that wait, because gates open by themselves; of changed plans; with a waiver; due. */
    private static final String GROUPS = """
            SELECT DISTINCT plan, origin_month FROM measure_change
            UNION SELECT plan, origin_month FROM due_group
            UNION SELECT DISTINCT plan, origin_month FROM account_month WHERE waits = 1
            UNION SELECT DISTINCT a.plan, a.origin_month FROM plan_in_force p JOIN account_month a ON a.plan = p.plan
                  LEFT JOIN closed_month c ON c.month = a.origin_month WHERE p.changed = 'Y' AND c.month IS NULL
            UNION SELECT DISTINCT d.plan, d.month FROM decision d
                  WHERE d.kind = 'WAIVE' AND d.state = 'APPROVED' AND d.gate IN ('WARRANTY_CARD', 'RETURN_WINDOW')""";

    private final PostingContext books;
    private final ClosedMonths closed;

    PostingGroups(PostingContext books, ClosedMonths closed) {
        this.books = books;
        this.closed = closed;
    }

    /** Those of plans that pay for lines or outlets, oldest month first. */
    List<MonthGroup> ofLines(Round round) {
        var groups = new TreeSet<>(Comparator.comparing(MonthGroup::origin).thenComparing(MonthGroup::plan));
        groups.addAll(books.jdbc()
                .query(GROUPS, (row, n) -> new MonthGroup(row.getString(1), YearMonth.parse(row.getString(2)))));
        groups.removeIf(
                group -> books.plan(group).filter(PostingGroups::isOverride).isPresent());
        for (var month : openMonths(round)) {
            books.plans().values().stream()
                    .filter(plan -> plan.on(month.atDay(1))
                            .filter(PlanVersion::paysPerOutlet)
                            .isPresent())
                    .forEach(plan -> groups.add(new MonthGroup(plan.name(), month)));
        }
        return List.copyOf(groups);
    }

    /** From the month of the first round to that of this one. */
    private List<YearMonth> openMonths(Round round) {
        var first = Rounds.firstMonth(books.jdbc()).orElseThrow();
        var months = new ArrayList<YearMonth>();
        for (var month = first; !month.isAfter(YearMonth.from(round.asOf())); month = month.plusMonths(1)) {
            if (!closed.has(month)) {
                months.add(month);
            }
        }
        return months;
    }

    /**
     * The overrides whose months are to be posted, each after the plans it follows. What is due of one is known only when those
     * are posted.
     */
    List<Plan> overrides() {
        return inOrder(books.plans().values().stream()
                .filter(PostingGroups::isOverride)
                .toList());
    }

    /** Open months in which its people have accounts, and closed ones that are due. */
    List<MonthGroup> ofOverride(Plan plan) {
        var months = new TreeSet<>(new DueGroups(books.jdbc()).of(plan.name()));
        OverrideMonth.followed(plan).forEach(name -> months.addAll(openMonths(name)));
        return months.stream().map(month -> new MonthGroup(plan.name(), month)).toList();
    }

    private List<YearMonth> openMonths(String plan) {
        return books
                .jdbc()
                .query(
                        "SELECT DISTINCT origin_month FROM account_month WHERE plan = ?",
                        (row, n) -> YearMonth.parse(row.getString(1)),
                        plan)
                .stream()
                .filter(month -> !closed.has(month))
                .toList();
    }

    private static boolean isOverride(Plan plan) {
        return plan.versions().stream().anyMatch(version -> version.rate() instanceof Rate.Override);
    }

    /** Overrides after those they follow; that none follows itself has been checked. */
    private static List<Plan> inOrder(List<Plan> overrides) {
        var left = new ArrayList<>(overrides);
        var ordered = new ArrayList<Plan>();
        while (!left.isEmpty()) {
            var names = left.stream().map(Plan::name).toList();
            var next = left.stream()
                    .filter(plan -> OverrideMonth.followed(plan).stream().noneMatch(names::contains))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("overrides follow each other: " + names));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
