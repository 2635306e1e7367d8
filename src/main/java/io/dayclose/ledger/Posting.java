package io.dayclose.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts target minus posted: a run that finds nothing new posts nothing, and one that is made again in the middle pays
 * nothing twice.
 *
 * @param earns what a change of the earning is posted as: EARN or SUBSIDY
 */
public record Posting(EntryType earns) {

    /** A target as it stands once the facts of one cause are counted; causes follow each other within a night. */
    public record Stage(Cause cause, Balance target) {}

    /** The entries that lead from what is posted over every stage to the last one. */
    public List<Entry> entries(Balance posted, List<Stage> stages) {
        var entries = new ArrayList<Entry>();
        var now = posted;
        for (var stage : stages) {
            for (var entry : step(now, stage)) {
                entries.add(entry);
                now = now.plus(entry);
            }
        }
        return entries;
    }

    /** First the earning, then what is lost of it, then what waits. */
    private List<Entry> step(Balance now, Stage stage) {
        var target = stage.target();
        var steps = new ArrayList<Entry>();
        var lost = target.forfeited().subtract(now.forfeited());
        var waits = target.held().subtract(now.held().subtract(lost));
        add(steps, earns, stage.cause(), target.earned().subtract(now.earned()));
        add(steps, EntryType.ADJUST, stage.cause(), target.adjusted().subtract(now.adjusted()));
        add(steps, EntryType.CLAWBACK, stage.cause(), target.clawed().subtract(now.clawed()));
        if (waits.signum() > 0) {
            add(steps, EntryType.HOLD, stage.cause(), waits);
        }
        add(steps, EntryType.FORFEIT, stage.cause(), lost);
        if (waits.signum() < 0) {
            add(steps, EntryType.RELEASE, stage.cause(), waits.negate());
        }
        return steps;
    }

    private static void add(List<Entry> entries, EntryType type, Cause cause, BigDecimal amount) {
        if (amount.signum() != 0) {
            entries.add(new Entry(type, cause, amount));
        }
    }
}
