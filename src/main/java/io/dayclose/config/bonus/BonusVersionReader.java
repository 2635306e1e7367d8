package io.dayclose.config.bonus;

import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one version of a bonus plan and tells what in it does not go together. */
final class BonusVersionReader {
    private final Values values;
    private final Problems problems;
    private final long before;

    BonusVersionReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
        before = problems.count();
    }

    /** The version, or nothing when something about it is wrong and has been told. */
    Optional<BonusVersion> read() {
        var from = from();
        var approval = approval();
        var participants = participants();
        var way = way(participants);
        return from.isEmpty() || way.isEmpty() || approval.isEmpty() || problems.count() > before
                ? Optional.empty()
                : Optional.of(new BonusVersion(from.get(), participants, way.get(), approval));
    }

    /** A bonus is a month's, so a version begins with one. */
    private Optional<LocalDate> from() {
        var from = values.text("from")
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse);
        from.filter(day -> day.getDayOfMonth() != 1)
                .ifPresent(day ->
                        problems.add(values.place("from"), Message.BONUS_WHOLE_MONTHS, day, day.withDayOfMonth(1)));
        return from;
    }

    private List<String> approval() {
        var steps = values.texts("approval");
        if (values.node("approval").isPresent() && steps.isEmpty()) {
            problems.add(values.place("approval"), Message.NO_APPROVAL);
        }
        var seen = new HashSet<String>();
        steps.stream()
                .filter(step -> !seen.add(step))
                .forEach(step -> problems.add(values.place("approval"), Message.STEP_TWICE, step));
        return steps;
    }

    private Participants participants() {
        var who = values.in("participants");
        return new Participants(
                who.texts("role"),
                who.text("scope").map(kind -> kind.toUpperCase(Locale.ROOT)).flatMap(BonusVersionReader::scope));
    }

    private static Optional<ScopeKind> scope(String name) {
        return List.of(ScopeKind.values()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** Exactly one of both ways, with what belongs to it and nothing of the other. */
    private Optional<BonusMethod> way(Participants participants) {
        long complete = problems.count();
        boolean scored = has("scorecard") || has("amount") || has("gates");
        boolean pooled = has("pool") || has("distribute");
        if (scored == pooled) {
            problems.add(values.place(scored && has("pool") ? "pool" : "from"), Message.BONUS_ONE_WAY);
            return Optional.empty();
        }
        for (var key : scored ? List.of("scorecard", "amount") : List.of("pool", "distribute")) {
            if (!has(key)) {
                problems.add(values.place("from"), Message.MISSING_KEY, key, example(key));
            }
        }
        return problems.count() > complete
                ? Optional.empty()
                : scored
                        ? new ScorecardReader(values, problems).read()
                        : new PoolReader(values, problems).read(participants);
    }

    private boolean has(String key) {
        return values.node(key).isPresent();
    }

    private static String example(String key) {
        return switch (key) {
            case "scorecard" -> "[{metric: net-amount, weight: 100, against: target, curve: [[0.80, 0], [1.00, 100]]}]";
            case "amount" -> "{base: 5000, multiple: [[60, 0], [100, 1.0]]}";
            case "pool" -> "{per: outlet, percent: 1.5, of: net-amount}";
            default -> "{role-weight: {SELLER: 1.0}, by: net-amount}";
        };
    }
}
