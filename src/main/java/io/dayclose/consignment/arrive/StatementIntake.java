package io.dayclose.consignment.arrive;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Footing;
import io.dayclose.consignment.LineType;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.StatementLine.Disposed;
import io.dayclose.consignment.StatementLine.Origin;
import io.dayclose.consignment.StatementState;
import io.dayclose.consignment.arrive.Arrivals.Key;
import io.dayclose.consignment.arrive.StatementFacts.Header;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.LineStore.Standing;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the live lines of a statement to what its latest revision that adds up says: lines that stay keep what they have paid,
 * those that are gone give it back, new ones are due. What bears another statement's words over the same days is left out.
 */
public final class StatementIntake {
    private static final Disposed UNPLACED = Disposed.waiting(BreakType.UNKNOWN_WAYBILL.name());
    private static final int PIECE = 20_000;

    private final RoundStores stores;
    private final StatementFacts facts;

    public StatementIntake(RoundStores stores) {
        this.stores = stores;
        facts = new StatementFacts(stores);
    }

    /** Must run in a transaction. */
    public void follow(Key key) {
        var latest = facts.latest(key);
        var agreement = stores.expectation(key.carrier()).agreement(latest.day());
        var fault = Footing.check(
                latest.header().map(Header::footing).orElse(null), facts.sums(key, latest.revision()), agreement);
        if (fault.isPresent()) {
            quarantine(key, latest, agreement, fault.get());
            return;
        }
        var header = latest.header().orElseThrow();
        var known = facts.overlapping(key, header);
        var counts = bring(key, header, agreement, known);
        boolean again = counts.skipped() > 0 && counts.skipped() == counts.all();
        facts.keep(
                key,
                latest,
                agreement,
                new StatementFacts.Outcome(
                        again ? StatementState.DUPLICATE : StatementState.FOOTED,
                        counts.skipped(),
                        Rounding.NO_FEN,
                        ""));
    }

    private void quarantine(Key key, StatementFacts.Latest latest, Agreement agreement, Footing.Fault fault) {
        var why = Texts.of(stores.agreements().language())
                .format("why." + fault.why().sentence(), fault.why().values().toArray());
        facts.keep(
                key, latest, agreement, new StatementFacts.Outcome(StatementState.QUARANTINED, 0, fault.amount(), why));
    }

    private record Counts(long all, long skipped) {}

    private Counts bring(Key key, Header header, Agreement agreement, Set<String> known) {
        var old = new HashMap<String, LineStore.Kept>();
        stores.lines().ofStatement(key.carrier(), key.statement()).forEach(each -> old.put(each.fingerprint(), each));
        var cycle = agreement.cycles().of(header.from()).name();
        var fresh = new ArrayList<LineStore.Kept>();
        var prints = new Fingerprints();
        long[] counts = new long[2];
        facts.lines(key, header, agreement.currency(), (stated, night) -> {
            var print = prints.of(stated);
            counts[0]++;
            if (old.remove(print) != null) {
                return;
            }
            if (known.contains(print)) {
                counts[1]++;
                return;
            }
            fresh.add(fresh(stated, new Origin(night, cycle, false, false), print));
            if (fresh.size() == PIECE) {
                insert(fresh);
            }
        });
        insert(fresh);
        remove(old);
        return new Counts(counts[0], counts[1]);
    }

    private static LineStore.Kept fresh(StatementLine.Stated stated, Origin origin, String print) {
        boolean waits = stated.normal().isEmpty() || stated.type() == LineType.REVERSAL;
        var disposed = waits && isCash(stated) ? UNPLACED : Disposed.NOWHERE;
        return new LineStore.Kept(
                new StatementLine(0, stated, origin, disposed), print, Standing.NONE, Rounding.NO_FEN);
    }

    private static boolean isCash(StatementLine.Stated stated) {
        return stated.gross().signum() != 0 && stated.type() != LineType.FEE && stated.type() != LineType.CARRY;
    }

    private void insert(List<LineStore.Kept> fresh) {
        stores.lines().insert(fresh);
        stores.waybills().due(dues(fresh));
        fresh.clear();
    }

    private static Set<List<String>> dues(List<LineStore.Kept> lines) {
        var seen = new HashSet<List<String>>();
        lines.forEach(kept -> seen.add(
                List.of(kept.line().stated().carrier(), kept.line().stated().normal())));
        return seen;
    }

    /** Takes lines off: what they have paid is owed again, what they were netted with looks for its place again. */
    private void remove(Map<String, LineStore.Kept> gone) {
        if (gone.isEmpty()) {
            return;
        }
        var ids = gone.values().stream().map(kept -> kept.line().id()).toList();
        new Reversal(stores, stores.entries()).of(ids);
        for (var kept : gone.values()) {
            unnet(kept.line());
            stores.jdbc().update("""
                    UPDATE statement_line SET state = 'REMOVED', placed = 0, netted = 0, tolerated = 0, uncovered = 0, restated = 0, spent = 0, recovered = 0,
                        candidate = 0, reason = '', held = 0, held_reason = '', held_since = NULL WHERE line_id = ?""", kept.line().id());
        }
        stores.suspense().end(ids);
        stores.waybills().due(dues(List.copyOf(gone.values())));
        free(gone.values().iterator().next().line().stated());
    }

    /** Statements that had lines left out because another one had brought them look again. */
    private void free(StatementLine.Stated gone) {
        stores.jdbc().update("""
                UPDATE carrier_statement c JOIN carrier_statement t ON t.carrier_code = c.carrier_code AND t.statement_no <> c.statement_no
                    AND c.period_from <= t.period_to AND c.period_to >= t.period_from
                SET c.facts = -1 WHERE t.carrier_code = ? AND t.statement_no = ? AND c.skipped > 0""", gone.carrier(), gone.statement());
    }

    /** What a line was netted with, of its waybill or by its number, looks for its place again. */
    private void unnet(StatementLine gone) {
        Recalls.undo(stores, gone);
        var stated = gone.stated();
        if (gone.disposed().netted().signum() != 0 && !stated.normal().isEmpty()) {
            stores.jdbc()
                    .update(
                            "UPDATE statement_line SET netted = 0 WHERE waybill = ? AND carrier_code = ? AND netted <> 0",
                            stated.normal(),
                            stated.carrier());
        }
    }
}
