package io.dayclose.consignment.decide;

import io.dayclose.consignment.decide.Target.OfBreak;
import io.dayclose.consignment.decide.Target.OfLine;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does what people have decided, once: with the first run after it was approved. */
public final class Verdicts {
    /** Where a manual payment goes that is nobody's receivable. */
    public static final String PAYER = "PAYER";

    private final JdbcTemplate jdbc;
    private final Books books;

    /** What decisions do to the books of the round. */
    public interface Books {
        /** Pays receivables with what waits, in this order, as far as it goes. */
        void match(List<Target> waiting, List<OfReceivable> owed, long decision);

        /** Gives what waits back to whoever paid it. */
        void giveBack(List<Target> waiting);

        /** Takes back all that has paid a receivable, or all that a line has paid; only people may match it again. */
        void unmatch(Target paid, long decision);

        /** Writes off what is open. */
        void writeOff(OfReceivable owed, long decision);

        /** Ends a break that nothing else stands behind. */
        void resolve(OfBreak broken, String who, String reason);
    }

    public Verdicts(JdbcTemplate jdbc, Books books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    /** An approved decision. */
    public record Verdict(long id, String kind, List<Target> targets, boolean toPayer, String who, String reason) {}

    /** Those that were approved and not done yet, in their order. */
    public List<Verdict> due() {
        return jdbc.query(
                """
                SELECT decision_id, kind, detail, decided_by, reason FROM decision
                WHERE state = 'APPROVED' AND done_in = 0 AND kind IN ('MATCH', 'UNMATCH', 'RELEASE', 'WRITE_OFF') ORDER BY decision_id""",
                (row, n) -> verdict(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Map.entry(row.getString(4), row.getString(5))));
    }

    private static Verdict verdict(long id, String kind, String detail, Map.Entry<String, String> voice) {
        var tokens = Arrays.asList(detail.split(java.util.regex.Pattern.quote(Target.BETWEEN)));
        var targets = tokens.stream()
                .filter(token -> !token.equals(PAYER))
                .map(Target::parse)
                .toList();
        return new Verdict(id, kind, targets, tokens.contains(PAYER), voice.getKey(), voice.getValue());
    }

    /** Must run in a transaction. */
    public void apply(Verdict verdict, long round) {
        var owed = verdict.targets().stream()
                .filter(OfReceivable.class::isInstance)
                .map(OfReceivable.class::cast)
                .toList();
        var waiting = verdict.targets().stream()
                .filter(target -> target instanceof OfLine || target instanceof OfReceipt)
                .toList();
        switch (verdict.kind()) {
            case "UNMATCH" -> verdict.targets().forEach(target -> books.unmatch(target, verdict.id()));
            case "WRITE_OFF" -> writeOff(verdict);
            default -> {
                if (verdict.toPayer()) {
                    books.giveBack(waiting);
                } else {
                    books.match(waiting, owed, verdict.id());
                }
            }
        }
        jdbc.update("UPDATE decision SET done_in = ? WHERE decision_id = ?", round, verdict.id());
    }

    private void writeOff(Verdict verdict) {
        for (var target : verdict.targets()) {
            if (target instanceof OfReceivable owed) {
                books.writeOff(owed, verdict.id());
            } else if (target instanceof OfBreak broken) {
                books.resolve(broken, verdict.who(), verdict.reason());
            }
        }
    }
}
