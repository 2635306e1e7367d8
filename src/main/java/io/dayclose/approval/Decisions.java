package io.dayclose.approval;

import io.dayclose.approval.DecisionRights.Asked;
import io.dayclose.config.Users;
import io.dayclose.database.InList;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** What one person proposes and another approves or rejects; nothing moves before. */
public final class Decisions {
    /** Who proposes what a workbook says; no user can be called so. */
    private static final String WORKBOOK = "(workbook)";

    private final JdbcTemplate jdbc;
    private final DecisionRights rights;

    /** @param users all who may decide */
    public Decisions(JdbcTemplate jdbc, Users users) {
        this.jdbc = jdbc;
        rights = new DecisionRights(users);
    }

    /** What is decided. */
    public enum Kind {
        WAIVE,
        ADJUST,
        ACCOUNT,
        MATCH,
        UNMATCH,
        RELEASE,
        WRITE_OFF,
        DISMISS,
        ASSIGN,
        CONFIRM;

        /** Whether money moves by it, so that a second person must agree. */
        public boolean needsSecond() {
            return this != DISMISS && this != ASSIGN && this != CONFIRM;
        }
    }

    /**
     * What is proposed; fields that a kind does not use are empty.
     * Wide: a row of {@code decision} before it has an answer.
     *
     * @param month of WAIVE the origin month, of ADJUST the posting month
     * @param gate of WAIVE, such as WARRANTY_CARD
     * @param detail what a decision about receivables is about
     */
    public record Proposal(
            Kind kind,
            String plan,
            String payeeKind,
            String payee,
            String gate,
            String month,
            BigDecimal amount,
            String account,
            String detail) {

        /** About receivables, suspense or breaks; the amount is what is open of them now. */
        public static Proposal about(Kind kind, String detail, BigDecimal amount) {
            return new Proposal(kind, "", "", "", "", "", amount, "", detail);
        }

        /** What of it stands in which column. */
        private Map<String, Object> columns() {
            var columns = new LinkedHashMap<String, Object>();
            columns.put("kind", kind.name());
            columns.put("plan", plan);
            columns.put("payee_kind", payeeKind);
            columns.put("payee_code", payee);
            columns.put("gate", gate);
            columns.put("month", month);
            columns.put("amount", amount);
            columns.put("bank_account", account);
            columns.put("detail", detail);
            return columns;
        }

        private Matter matter() {
            return new Matter(kind, payeeKind, payee, month, amount);
        }
    }

    /** Who says something, when and why. */
    public record Voice(String user, LocalDateTime at, String reason) {
        private Voice as(String name) {
            return new Voice(name, at, reason);
        }
    }

    /**
     * Keeps a proposal; the same one again, while it is open, is the one that is there.
     *
     * @throws Refusal when he may not propose it
     */
    public long propose(Proposal proposal, Voice voice) {
        return note(
                proposal,
                voice.as(rights.proposer(proposal.matter(), voice.user()).name()));
    }

    /** Keeps what stands in a workbook that came back; it does not tell who filled it in, so anybody who may approve may answer. */
    public long proposeFromWorkbook(Proposal proposal, LocalDateTime at, String reason) {
        return note(proposal, new Voice(WORKBOOK, at, reason));
    }

    private long note(Proposal proposal, Voice voice) {
        var same = proposal.columns();
        var open = jdbc.queryForList(
                "SELECT decision_id FROM decision WHERE state = 'PENDING' AND "
                        + String.join(" = ? AND ", same.keySet()) + " = ?",
                Long.class,
                same.values().toArray());
        return open.isEmpty() ? insert(proposal, voice) : open.get(0);
    }

    /** Keeps what needs no second person. */
    public void keep(Proposal proposal, Voice voice) {
        long id = insert(proposal, voice.as(rights.remarker(proposal.matter(), voice.user())));
        jdbc.update(
                "UPDATE decision SET state = 'APPROVED', decided_by = proposed_by, decided_at = proposed_at WHERE decision_id = ?",
                id);
    }

    private long insert(Proposal proposal, Voice voice) {
        var row = proposal.columns();
        row.put("state", DecisionState.PENDING.name());
        row.put("reason", voice.reason());
        row.put("proposed_by", voice.user());
        row.put("proposed_at", voice.at());
        var sql = "INSERT INTO decision (" + String.join(", ", row.keySet()) + ") VALUES (" + InList.marks(row.keySet())
                + ")";
        var key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var statement = connection.prepareStatement(sql, new String[] {"decision_id"});
                    int place = 0;
                    for (var value : row.values()) {
                        statement.setObject(++place, value);
                    }
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /**
     * A proposal as it stands. Wide: what of a row of {@code decision} says whether it may be answered.
     */
    private record Open(
            Kind kind,
            String payeeKind,
            String payee,
            String month,
            BigDecimal amount,
            DecisionState state,
            String proposedBy,
            Optional<String> decidedBy,
            long doneIn,
            long decidedAfter) {
        private Matter matter() {
            return new Matter(kind, payeeKind, payee, month, amount);
        }
    }

    /**
     * Answers a proposal; must run in a transaction, with no run at work. An approved adjustment must be posted in the same one.
     *
     * @return what it was about
     * @throws Refusal when there is none, it is answered already, or he may not answer it
     */
    public Matter answer(long id, Answer answer, Voice voice) {
        var open = open(id);
        if (open.state() != DecisionState.PENDING) {
            throw refused(Message.DECISION_ANSWERED, id, open.state().name());
        }
        var user = rights.answerer(new Asked(id, open.matter(), open.proposedBy()), answer, voice.user());
        jdbc.update(
                "UPDATE decision SET state = ?, answer = ?, decided_by = ?, decided_at = ?, decided_after = (SELECT COALESCE(MAX(event_id), 0) FROM job_event) WHERE decision_id = ?",
                answer.state().name(),
                voice.reason(),
                user.name(),
                voice.at(),
                id);
        return open.matter();
    }

    /**
     * Takes back what has not acted yet; must run in a transaction, with no run at work.
     *
     * @throws Refusal when it has acted, was refused or taken back already, or he has no part in it
     */
    public void withdraw(long id, Voice voice) {
        var open = open(id);
        var user = rights.withdrawer(id, open.proposedBy(), open.decidedBy(), voice.user());
        if (hasActed(open)) {
            throw refused(Message.DECISION_ACTED, id, open.state().name());
        }
        jdbc.update(
                "UPDATE decision SET state = 'WITHDRAWN', answer = ?, decided_by = ?, decided_at = ? WHERE decision_id = ?",
                voice.reason(),
                user.name(),
                voice.at(),
                id);
    }

    /** An adjustment is posted when it is approved; what else was approved acts with the first run after that. */
    private boolean hasActed(Open open) {
        if (open.state() != DecisionState.APPROVED) {
            return open.state() != DecisionState.PENDING;
        }
        return open.kind() == Kind.ADJUST
                || !open.kind().needsSecond()
                || open.doneIn() != 0
                || !jdbc.queryForList(
                                "SELECT 1 FROM job_event WHERE event_id > ? AND what IN ('STARTED', 'RESTARTED') LIMIT 1",
                                Integer.class,
                                open.decidedAfter())
                        .isEmpty();
    }

    private Open open(long id) {
        return jdbc
                .query(
                        "SELECT kind, payee_kind, payee_code, month, amount, state, proposed_by, decided_by, done_in, decided_after FROM decision WHERE decision_id = ? FOR UPDATE",
                        (row, n) -> new Open(
                                Kind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5),
                                DecisionState.valueOf(row.getString(6)),
                                row.getString(7),
                                Optional.ofNullable(row.getString(8)),
                                row.getLong(9),
                                row.getLong(10)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> refused(Message.NO_DECISION, id));
    }

    private static Refusal refused(Message message, Object... values) {
        return Refusal.refused(Problem.at("decide", message, values));
    }
}
