package io.dayclose.commission;

import io.dayclose.config.plan.Rate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.Posting;
import io.dayclose.ledger.Posting.Stage;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a manager earns on what his people have earned (plans.md, step 5 and "A closed month never changes"): a percentage of
 * their month while it is open; of what came later, after its close. Nothing of it is held.
 */
public final class OverridePosting {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EntryType earns;
    private final BigDecimal percent;
    private final Optional<BigDecimal> atClose;

    /**
     * @param earns what a change of an open month's earning is posted as
     * @param atClose what the manager had earned when the month was closed; empty while it is open
     */
    public OverridePosting(EntryType earns, Rate.Override rate, Optional<BigDecimal> atClose) {
        this.earns = earns;
        percent = rate.percent();
        this.atClose = atClose;
    }

    /**
     * The entries that bring a manager to his target.
     *
     * @param people what his people under the named plans come to now, all together
     * @param since their entries of this night: each cause brings its own part
     * @param otherwise the cause of what those do not explain: other people, another percentage
     */
    public List<Entry> entries(Balance posted, Balance people, List<Entry> since, Cause otherwise) {
        var then = people;
        for (var entry : since) {
            then = then.plus(
                    new Entry(entry.type(), entry.cause(), entry.amount().negate()));
        }
        var stages = new ArrayList<Stage>();
        stages.add(new Stage(otherwise, target(then)));
        for (var cause : Cause.values()) {
            for (var entry : since) {
                then = entry.cause() == cause ? then.plus(entry) : then;
            }
            stages.add(new Stage(cause, target(then)));
        }
        return new Posting(earns).entries(posted, stages);
    }

    /** What a manager should stand at when his people stand at so much. */
    public Balance target(Balance people) {
        if (atClose.isEmpty()) {
            return Balance.open(part(people.earned()), Rounding.NO_FEN, Rounding.NO_FEN);
        }
        var adjusted = part(people.earned().add(people.adjusted())).subtract(atClose.get());
        return new Balance(atClose.get(), adjusted, part(people.clawed()), Rounding.NO_FEN, Rounding.NO_FEN);
    }

    private BigDecimal part(BigDecimal amount) {
        return Rounding.partInFen(amount, percent, HUNDRED);
    }
}
