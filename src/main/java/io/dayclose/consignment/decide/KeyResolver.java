package io.dayclose.consignment.decide;

import io.dayclose.approval.Decisions.Kind;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.decide.Target.OfBreak;
import io.dayclose.consignment.decide.Target.OfLine;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what people mean by a key: the key of a break, a waybill, the number of a settlement, the source or subject of what waits in
 * suspense.
 */
public final class KeyResolver {
    private static final String OWED = "gross + adjusted - settled - written_off > 0";
    private static final String NOW = "ends = '9999-12-31'";

    private final JdbcTemplate jdbc;

    public KeyResolver(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An open break that has this key. */
    private record Broken(String debtor, String subject, boolean owed) {}

    /**
     * What is owed by this name.
     *
     * @throws Refusal when there is none, or more than one
     */
    public Target owed(String key) {
        var found = broken(key).stream()
                .filter(Broken::owed)
                .flatMap(each -> receivables("debtor = ? AND subject = ?", each.debtor(), each.subject()).stream())
                .toList();
        return one(
                key,
                found.isEmpty()
                        ? receivables("(subject = ? OR CONCAT(kind, ':', debtor, ':', subject) = ?)", key, key)
                        : found);
    }

    /**
     * All that waits by this name.
     *
     * @throws Refusal when nothing does
     */
    public List<Target> waiting(String key) {
        var found = broken(key).stream()
                .flatMap(each -> suspense(
                        "debtor = ? AND (subject IN (?, ?) OR source = ?)",
                        each.debtor(),
                        each.subject(),
                        Waybills.normal(each.subject()),
                        each.subject())
                        .stream())
                .toList();
        var all = found.isEmpty()
                ? suspense(
                        "(source = ? OR subject = ? OR receipt_no = ? OR ? IN (CONCAT(IF(line_id = 0, 'RECEIPT', 'LINE'), ':', debtor, ':', source), CONCAT('LINE:', debtor, ':', source, '#', line_id)))",
                        key,
                        key,
                        key,
                        key)
                : found;
        if (all.isEmpty()) {
            throw Refusal.usage(Problem.at("decide", Message.NO_SUCH_KEY, key));
        }
        return all;
    }

    /** Whichever of the two it is: what is owed first. */
    public List<Target> any(String key) {
        var broken = broken(key);
        boolean owed = broken.isEmpty()
                ? !receivables("(subject = ? OR CONCAT(kind, ':', debtor, ':', subject) = ?) AND " + OWED, key, key)
                        .isEmpty()
                : broken.get(0).owed();
        return owed ? List.of(owed(key)) : waiting(key);
    }

    /**
     * What waits and what it is to pay, by all of these names.
     *
     * @throws Refusal when one of the two is missing
     */
    public String match(List<String> keys) {
        var all = keys.stream().flatMap(key -> any(key).stream()).distinct().toList();
        long owed = all.stream().filter(OfReceivable.class::isInstance).count();
        if (owed == 0 || owed == all.size()) {
            throw Refusal.usage(Problem.at("decide match", Message.NOTHING_TO_MATCH, String.join(" ", keys)));
        }
        return detail(all.stream());
    }

    /** What a write-off ends: what is owed, or the break itself where nothing is. */
    public Target ended(String key) {
        var broken = broken(key);
        return broken.isEmpty() || broken.get(0).owed() ? owed(key) : new OfBreak(key);
    }

    /**
     * What has been paid, to be taken back: a receivable, or a line with all that it has paid.
     *
     * @throws Refusal when nothing is called so
     */
    public Target paid(String key) {
        var receivables =
                receivables("(subject = ? OR CONCAT(kind, ':', debtor, ':', subject) = ?) AND settled > 0", key, key);
        if (!receivables.isEmpty()) {
            return one(key, receivables);
        }
        return one(
                key,
                jdbc.query(
                        "SELECT carrier_code, CONCAT(statement_no, '/', line_no), line_id FROM statement_line WHERE state = 'LIVE' AND placed <> 0 AND CONCAT(statement_no, '/', line_no) = ?",
                        (row, n) -> new OfLine(row.getString(1), row.getString(2), row.getLong(3)),
                        key));
    }

    /**
     * The money a decision is about: what is open of the receivables that are given up, what waits where it is to be placed, what was paid
     * where that is taken back.
     */
    public BigDecimal atStake(Kind kind, String detail) {
        return Stream.of(detail.split(Pattern.quote(Target.BETWEEN)))
                .filter(token -> !token.equals(ApprovedDecisions.PAYER))
                .map(Target::parse)
                .map(target -> atStake(kind, target))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal atStake(Kind kind, Target target) {
        if (target instanceof OfReceivable owed) {
            return switch (kind) {
                case WRITE_OFF -> sum("gross + adjusted - settled - written_off", owed);
                case UNMATCH -> sum("settled", owed);
                default -> BigDecimal.ZERO;
            };
        }
        if (target instanceof OfLine line) {
            return kind == Kind.UNMATCH
                    ? sum("SELECT placed FROM statement_line WHERE line_id = ?", line.id())
                    : sum("SELECT amount FROM suspense WHERE " + NOW + " AND line_id = ?", line.id());
        }
        return target instanceof OfReceipt receipt
                ? sum(
                        "SELECT amount FROM suspense WHERE " + NOW + " AND line_id = 0 AND receipt_no = ?",
                        receipt.number())
                : BigDecimal.ZERO;
    }

    private BigDecimal sum(String what, OfReceivable owed) {
        return sum(
                "SELECT " + what + " FROM receivable WHERE kind = ? AND debtor = ? AND subject = ?",
                owed.kind().name(),
                owed.debtor(),
                owed.subject());
    }

    private BigDecimal sum(String amounts, Object... values) {
        return jdbc.queryForList(amounts, BigDecimal.class, values).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The number of an open break. */
    public long breakOf(String key) {
        return jdbc
                .queryForList("SELECT break_id FROM break_item WHERE is_open = 1 AND break_key = ?", Long.class, key)
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.usage(Problem.at("decide", Message.NO_SUCH_KEY, key)));
    }

    private List<Broken> broken(String key) {
        return jdbc.query(
                "SELECT debtor, subject, type IN ('NOT_REMITTED', 'SHORT') FROM break_item WHERE is_open = 1 AND break_key = ?",
                (row, n) -> new Broken(row.getString(1), row.getString(2), row.getBoolean(3)),
                key);
    }

    private List<Target> receivables(String which, Object... values) {
        return jdbc.query(
                "SELECT kind, debtor, subject FROM receivable WHERE gross > 0 AND " + which
                        + " ORDER BY kind, debtor, subject",
                (row, n) ->
                        new OfReceivable(ReceivableKind.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                values);
    }

    private List<Target> suspense(String which, Object... values) {
        return jdbc.query(
                "SELECT line_id, debtor, source, receipt_no FROM suspense WHERE " + NOW + " AND reason <> 'CREDIT' AND "
                        + which + " ORDER BY debtor, source",
                (row, n) -> row.getLong(1) == 0
                        ? new OfReceipt(row.getString(2), row.getString(4))
                        : new OfLine(row.getString(2), row.getString(3), row.getLong(1)),
                values);
    }

    private static Target one(String key, List<? extends Target> found) {
        if (found.isEmpty()) {
            throw Refusal.usage(Problem.at("decide", Message.NO_SUCH_KEY, key));
        }
        if (found.size() > 1) {
            var names = found.stream().map(Target::token).collect(Collectors.joining(", "));
            throw Refusal.usage(Problem.at("decide", Message.KEY_AMBIGUOUS, key, found.size(), names));
        }
        return found.get(0);
    }

    /** The text by which targets are kept. */
    public static String detail(Stream<? extends Target> targets) {
        return targets.map(Target::token).distinct().collect(Collectors.joining(Target.BETWEEN));
    }
}
