package io.dayclose.consignment.store;

import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.text.Language;
import io.dayclose.text.Shortened;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks and what happened to them: each keeps its identity, owner and first day over all runs. */
public final class BreakStore {
    private static final int WHY = 500;

    private final JdbcTemplate jdbc;
    private final Texts texts;
    private final Round round;
    private final LocalDate asOf;

    public BreakStore(JdbcTemplate jdbc, Language language, Round round) {
        this.jdbc = jdbc;
        texts = Texts.of(language);
        this.round = round;
        asOf = round.asOf();
    }

    /** What is judged together: whatever is open of it and not found again is gone. */
    public enum Scope {
        WAYBILL,
        GROUP,
        STATEMENT,
        DEALER
    }

    /** A break as it stands. */
    public record Standing(
            long id, String key, String waybill, BigDecimal amount, LocalDate basis, String owner, String why) {}

    /** @param rest of the query, after {@code FROM break_item b} */
    private List<Standing> load(String rest, Object... values) {
        return jdbc.query(
                "SELECT b.break_id, b.break_key, b.waybill, b.amount, b.basis, b.owner, b.why FROM break_item b "
                        + rest,
                (row, n) -> standing(row),
                values);
    }

    /** The open one of a key. */
    public List<Standing> open(String key) {
        return load("WHERE b.is_open = 1 AND b.break_key = ?", key);
    }

    /** The open ones of a carrier's statements. */
    public List<Standing> ofStatements(String carrier) {
        return load("WHERE b.is_open = 1 AND b.debtor = ? AND b.scope = 'STATEMENT'", carrier);
    }

    /** The same without those of statements that are missing. */
    public List<Standing> ofStatementsThatCame(String carrier) {
        return load(
                "WHERE b.is_open = 1 AND b.debtor = ? AND b.scope = 'STATEMENT' AND b.type <> 'STATEMENT_MISSING'",
                carrier);
    }

    /** The open ones of lines of a carrier that bear no waybill. */
    public List<Standing> ofGroups(String carrier) {
        return load("WHERE b.is_open = 1 AND b.debtor = ? AND b.scope = 'GROUP'", carrier);
    }

    /** The open ones of what a dealer owes and has paid. */
    public List<Standing> ofDealer(String dealer) {
        return load("WHERE b.is_open = 1 AND b.debtor = ? AND b.scope = 'DEALER' AND b.type <> 'OVER_SETTLED'", dealer);
    }

    /** The open one of a settlement of more than was sold. */
    public List<Standing> overSettled(String settlement) {
        return load("WHERE b.is_open = 1 AND b.type = 'OVER_SETTLED' AND b.subject = ?", settlement);
    }

    /** The open ones of waybills that are to be matched. */
    public List<Standing> toMatch(Span span) {
        return load(
                DueWaybills.joined("b.debtor", "b.waybill", 0) + " AND b.is_open = 1 AND b.waybill <> ''",
                span.values());
    }

    /** The open ones of waybills that are to be judged. */
    public List<Standing> toJudge(Span span) {
        return load(
                DueWaybills.joined("b.debtor", "b.waybill", 1) + " AND b.is_open = 1 AND b.scope = 'WAYBILL'",
                span.values());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7));
    }

    /** Opens what is new, changes what is worth another amount, clears what is gone. */
    public void follow(Collection<Standing> open, Collection<Finding> found, Scope scope) {
        var left = new HashMap<String, Standing>();
        open.forEach(each -> left.put(each.key(), each));
        for (var finding : found) {
            var standing = left.remove(finding.key());
            if (standing == null && !isResolved(finding)) {
                begin(finding, scope);
            } else if (standing == null) {
                continue;
            } else if (standing.amount().compareTo(finding.amount()) != 0) {
                change(standing, finding);
            }
        }
        left.values().forEach(this::clear);
    }

    /** What a person has ended stays so as long as it is worth the same. */
    private boolean isResolved(Finding finding) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM break_item WHERE break_key = ? AND state = 'RESOLVED' AND amount = ?",
                        Integer.class,
                        finding.key(),
                        finding.amount())
                .isEmpty();
    }

    private String why(Finding finding) {
        var text = texts.format(
                "why." + finding.why().sentence(), finding.why().values().toArray());
        return Shortened.to(text, WHY);
    }

    /** A break that was there before is the same one again, with its owner and its first day. */
    private void begin(Finding finding, Scope scope) {
        var why = why(finding);
        jdbc.update(
                """
                INSERT INTO break_item (break_key, type, debtor, subject, scope, waybill, amount, basis, first_seen, state, is_open, owner, why)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 1, '', ?)
                ON DUPLICATE KEY UPDATE amount = VALUES(amount), basis = VALUES(basis), state = IF(state = 'RESOLVED', 'REOPENED', 'OPEN'),
                    is_open = 1, why = VALUES(why)""",
                finding.key(),
                finding.type().name(),
                finding.debtor(),
                finding.subject(),
                scope.name(),
                scope == Scope.WAYBILL ? Waybills.normal(finding.subject()) : "",
                finding.amount(),
                basis(finding),
                asOf,
                why);
        tell(finding.key());
    }

    /** Never aged from a day that has not come. */
    private LocalDate basis(Finding finding) {
        return finding.basis().isAfter(asOf) ? asOf : finding.basis();
    }

    private void change(Standing standing, Finding finding) {
        jdbc.update(
                "UPDATE break_item SET amount = ?, why = ? WHERE break_id = ?",
                finding.amount(),
                why(finding),
                standing.id());
        tell(standing.key());
    }

    private void clear(Standing standing) {
        jdbc.update("UPDATE break_item SET state = 'AUTO_CLEARED', is_open = 0 WHERE break_id = ?", standing.id());
        var age = Math.max(0, ChronoUnit.DAYS.between(standing.basis(), round.before()));
        event("b.break_id = " + standing.id(), Long.toString(age), "", "");
    }

    private void tell(String key) {
        event("b.break_key = " + quoted(key), "NULL", "", "");
    }

    /** Appends an event with how a break stands now. */
    private void event(String which, String age, String who, String reason) {
        jdbc.update("""
                INSERT INTO break_event (break_id, night, state, amount, age_days, basis, owner, why, who, reason, recon_id)
                SELECT b.break_id, ?, b.state, b.amount, %s, b.basis, b.owner, b.why, ?, ?, ? FROM break_item b WHERE %s""".formatted(age, which), asOf, who, reason, round.id());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A person has ended a break. */
    public void resolve(long id, String who, String reason) {
        jdbc.update("UPDATE break_item SET state = 'RESOLVED', is_open = 0 WHERE break_id = ?", id);
        event("b.break_id = " + id, "NULL", who, reason);
    }
}
