package io.dayclose.commission;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.Posting;
import io.dayclose.ledger.Posting.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries bring an account's month to its target, change by change (plans.md, "Posting"): a plan that has changed
 * first, then late and corrected facts, the day's sales, its returns, then gates, then what people decided.
 */
public final class AccountPosting {
    private static final List<Cause> FACTS = List.of(Cause.LATE, Cause.CORRECTION, Cause.SALE, Cause.RETURN);

    private final Terms terms;
    private final Optional<ClosedMonth> closed;

    /**
     * @param terms as they are now
     * @param closed what stood when the month was closed; empty while it is open
     */
    public AccountPosting(Terms terms, Optional<ClosedMonth> closed) {
        this.terms = terms;
        this.closed = closed;
    }

    /**
     * What stood after the night before.
     *
     * @param on its business date, null when there was none
     * @param waived the gates that were waived by then
     */
    public record Before(
            AccountMonth sums, Balance posted, @Nullable LocalDate on, Set<LineGate.Kind> waived) {}

    /** What has come since, by cause. */
    public record Changes(Map<Cause, AccountMonth> byCause, boolean planChanged) {}

    /** What is to be appended, and what stands then. */
    public record Posted(List<Entry> entries, AccountMonth sums, Balance balance, Target target) {}

    public Posted post(Before before, Changes changes) {
        var earlier = terms.waiving(before.waived()).on(before.on() == null ? terms.on() : before.on());
        var sums = new AccountMonth().add(before.sums());
        var stages = new ArrayList<Stage>();
        addChange(sums, changes, Cause.PLAN_CHANGED);
        stages.add(new Stage(first(before, changes), balance(sums, earlier)));
        for (var cause : FACTS) {
            if (addChange(sums, changes, cause)) {
                stages.add(new Stage(cause, balance(sums, earlier)));
            }
        }
        addChange(sums, changes, Cause.GATE);
        boolean decided = !before.waived().equals(terms.waived());
        if (decided) {
            stages.add(new Stage(Cause.GATE, balance(sums, terms.waiving(before.waived()))));
        }
        var target = sums.target(terms);
        var balance = closed.isEmpty() ? open(target) : balance(sums, terms);
        stages.add(new Stage(decided ? Cause.DECISION : Cause.GATE, balance));
        var entries = new Posting(earns(terms.plan())).entries(before.posted(), stages);
        return new Posted(entries, sums, balance, target);
    }

    private static boolean addChange(AccountMonth sums, Changes changes, Cause cause) {
        var change = changes.byCause().get(cause);
        if (change != null) {
            sums.add(change);
        }
        return change != null;
    }

    /** Why the same lines come to something else: the plan, or the days an outlet is open. */
    private static Cause first(Before before, Changes changes) {
        if (changes.planChanged()) {
            return Cause.PLAN_CHANGED;
        }
        return before.posted().equals(Balance.ZERO) ? Cause.SALE : Cause.CORRECTION;
    }

    /** What a change of an open month's earning is called. */
    public static EntryType earns(Plan plan) {
        return plan.kind() == Plan.Kind.SUBSIDY ? EntryType.SUBSIDY : EntryType.EARN;
    }

    /** What an account with these lines should stand at under some terms. */
    public Balance balance(AccountMonth sums, Terms when) {
        if (closed.isEmpty()) {
            return open(sums.target(when));
        }
        var after = closed.get().after(sums, when);
        return new Balance(
                closed.get().earned(),
                after.adjusted(),
                after.clawed(),
                after.split().held(),
                after.split().forfeited());
    }

    private static Balance open(Target target) {
        return Balance.open(
                target.earned(), target.split().held(), target.split().forfeited());
    }
}
