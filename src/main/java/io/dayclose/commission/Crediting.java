package io.dayclose.commission;

import io.dayclose.commission.Credit.Account;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Exclusive;
import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.config.plan.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the plans that pay a sale, and whom (plans.md, step 1). */
public final class Crediting {
    private static final Comparator<Match> FIRST = Comparator.comparingInt(Match::priority)
            .reversed()
            .thenComparing(match -> match.plan().name());

    private final List<Plan> plans;

    /** @param plans overrides among them pay no lines and are left aside */
    public Crediting(Collection<Plan> plans) {
        this.plans = List.copyOf(plans);
    }

    /** Who gets a line, and what of it nobody gets: by the plan that would have paid, empty when no plan does. */
    public record Result(List<Credit> credits, Map<String, NotCredited> missing) {}

    /** A plan that pays a line, by the version in force on its day. */
    public record Match(Plan plan, PlanVersion version) {
        int priority() {
            return version.exclusive().map(Exclusive::priority).orElse(0);
        }

        /** Fixed amounts are paid whatever is sold: a line only counts for their minimum. */
        public boolean paysLine() {
            return !(version.rate() instanceof Rate.Fixed);
        }

        /** Whether the line needs a cost to be paid by this. */
        public boolean needsCost() {
            return version.measure().equals(Optional.of(Measure.GROSS_MARGIN));
        }

        private boolean hasRoomBeside(Match other) {
            return !paysLine()
                    || !other.paysLine()
                    || version.exclusive()
                            .filter(own -> other.version()
                                    .exclusive()
                                    .filter(theirs -> theirs.group().equals(own.group()))
                                    .isPresent())
                            .isEmpty();
        }
    }

    /** The credits of a sale, or of a return without an original; a return with one takes those of its original. */
    public Result of(Line line) {
        var credits = new ArrayList<Credit>();
        var missing = new HashMap<String, NotCredited>();
        var matches = matches(line.date(), line.traits());
        if (matches.stream().noneMatch(Match::paysLine)) {
            missing.put("", NotCredited.NO_PLAN);
        }
        for (var match : matches) {
            if (match.needsCost() && line.worth().cost() == null) {
                missing.put(match.plan().name(), NotCredited.NO_COST);
            } else {
                share(line, match, credits, missing);
            }
        }
        return new Result(credits, missing);
    }

    private static void share(Line line, Match match, List<Credit> credits, Map<String, NotCredited> missing) {
        for (var share : match.version().shares()) {
            var code = line.payees().get(share.payee());
            if (code == null) {
                missing.put(match.plan().name(), NotCredited.NO_PAYEE);
            } else {
                var account = new Account(match.plan().name(), share.payee().kind(), code);
                credits.add(new Credit(account, match.version(), share.percent()));
            }
        }
    }

    /** The plans that pay a line of a day: of one group only the highest priority, of equals the first by name. */
    public List<Match> matches(LocalDate date, Map<Trait, String> traits) {
        var chosen = new ArrayList<Match>();
        plans.stream()
                .flatMap(plan -> plan.on(date).stream().map(version -> new Match(plan, version)))
                .filter(match -> !(match.version().rate() instanceof Rate.Override) && applies(match.version(), traits))
                .sorted(FIRST)
                .filter(match -> chosen.stream().allMatch(match::hasRoomBeside))
                .forEach(chosen::add);
        return chosen;
    }

    private static boolean applies(PlanVersion version, Map<Trait, String> traits) {
        return version.appliesTo().entrySet().stream()
                .allMatch(asked -> asked.getValue().contains(traits.get(asked.getKey())));
    }
}
