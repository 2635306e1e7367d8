package io.dayclose.consignment.decide;

import io.dayclose.approval.CarriedOut;
import io.dayclose.approval.Decisions.Kind;
import io.dayclose.consignment.decide.Target.OfBreak;
import io.dayclose.consignment.decide.Target.OfLine;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does what people have decided, once: with the first run after it was approved. */
public final class ApprovedDecisions {
    /** Where a manual payment goes that is nobody's receivable. */
    public static final String PAYER = "PAYER";

    private final JdbcTemplate jdbc;
    private final Books books;
    private final Texts texts;
    private final long round;

    /** What decisions do to the books of the round: each says why it could not be done, by the name of the sentence. */
    public interface Books {
        /** Pays a receivable with what waits, in this order, as far as it goes. */
        Optional<String> match(List<Target> waiting, OfReceivable owed, long decision);

        /** Gives what waits back to whoever paid it. */
        Optional<String> giveBack(Target waiting);

        /** Takes back all that has paid a receivable, or all that a line has paid; only people may match it again. */
        Optional<String> unmatch(Target paid, long decision);

        /** Writes off what is open. */
        Optional<String> writeOff(OfReceivable owed, long decision);

        /** Ends a break that nothing else stands behind. */
        Optional<String> resolve(OfBreak broken, String who, String reason);
    }

    /** @param round the round of reconciling that does them */
    public ApprovedDecisions(JdbcTemplate jdbc, Books books, Texts texts, long round) {
        this.round = round;
        this.jdbc = jdbc;
        this.books = books;
        this.texts = texts;
    }

    /** An approved decision. */
    private record Verdict(long id, Kind kind, List<Target> targets, boolean toPayer, String who, String reason) {}

    /** The numbers of those that were approved and not done yet, in their order. */
    public List<Long> due() {
        return jdbc.queryForList("""
                SELECT decision_id FROM decision
                WHERE state = 'APPROVED' AND done_in = 0 AND kind IN ('MATCH', 'UNMATCH', 'RELEASE', 'WRITE_OFF') ORDER BY decision_id""", Long.class);
    }

    private Verdict load(long id) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT decision_id, kind, detail, decided_by, reason FROM decision WHERE decision_id = ?",
                (row, n) -> verdict(
                        row.getLong(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        Map.entry(row.getString(4), row.getString(5))),
                id));
    }

    private static Verdict verdict(long id, Kind kind, String detail, Map.Entry<String, String> voice) {
        var tokens = Arrays.asList(detail.split(java.util.regex.Pattern.quote(Target.BETWEEN)));
        var targets = tokens.stream()
                .filter(token -> !token.equals(PAYER))
                .map(Target::parse)
                .toList();
        return new Verdict(id, kind, targets, tokens.contains(PAYER), voice.getKey(), voice.getValue());
    }

    /** Must run in a transaction. What cannot be done any more is said; when that is all of it, the decision has lapsed. */
    public void apply(long id) {
        var verdict = load(id);
        var missed = new ArrayList<String>();
        var targets = targets(verdict);
        targets.forEach(target ->
                act(verdict, target).ifPresent(why -> missed.add(texts.format("lapsed." + why, target.token()))));
        new CarriedOut(verdict.id(), round, String.join("; ", missed), missed.size() == targets.size()).keep(jdbc);
    }

    /** What it is to act on: of a match what is to be paid, not what pays. */
    private static List<Target> targets(Verdict verdict) {
        boolean pays = !verdict.toPayer() && (verdict.kind() == Kind.MATCH || verdict.kind() == Kind.RELEASE);
        return verdict.targets().stream()
                .filter(target -> !pays || target instanceof OfReceivable)
                .toList();
    }

    private Optional<String> act(Verdict verdict, Target target) {
        if (verdict.kind() == Kind.UNMATCH) {
            return books.unmatch(target, verdict.id());
        }
        if (verdict.toPayer()) {
            return books.giveBack(target);
        }
        if (target instanceof OfBreak broken) {
            return books.resolve(broken, verdict.who(), verdict.reason());
        }
        var owed = (OfReceivable) target;
        return verdict.kind() == Kind.WRITE_OFF
                ? books.writeOff(owed, verdict.id())
                : books.match(waiting(verdict), owed, verdict.id());
    }

    private static List<Target> waiting(Verdict verdict) {
        return verdict.targets().stream()
                .filter(target -> target instanceof OfLine || target instanceof OfReceipt)
                .toList();
    }
}
