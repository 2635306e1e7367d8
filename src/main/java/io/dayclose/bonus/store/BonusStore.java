package io.dayclose.bonus.store;

import io.dayclose.bonus.Actor;
import io.dayclose.bonus.ApprovalCommand;
import io.dayclose.bonus.ApprovalEvent;
import io.dayclose.bonus.ApprovalWorkflow;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.bonus.Outcome.Refused;
import io.dayclose.bonus.State;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does what people want with a bonus plan's month, and keeps who did it, when, why and from which figures. */
public final class BonusStore {
    private final JdbcTemplate jdbc;
    private final LedgerStore ledger;
    private final SheetStore sheets;

    public BonusStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        ledger = new LedgerStore(jdbc, bulk);
        sheets = new SheetStore(jdbc);
    }

    /**
     * What somebody wants to do.
     *
     * @param users all of {@code users.yml}
     * @param reason empty when none was given
     */
    public record Request(
            Bonus bonus,
            YearMonth month,
            ApprovalEvent.Kind kind,
            Actor by,
            List<Actor> users,
            LocalDateTime at,
            String reason) {
        private String name() {
            return bonus.name();
        }
    }

    /** Keeps what a month's figures would be now beside those that count, unless that is what was kept last. */
    public void keepNow(BonusStatement now, LocalDateTime at) {
        var last = jdbc.queryForObject(
                "SELECT COALESCE(MAX(sheet_id), 0) FROM bonus_sheet WHERE bonus = ? AND month = ?",
                Long.class,
                now.bonus(),
                now.month().toString());
        sheets.keep(now, at, last == null ? 0 : last);
    }

    /** A plan's month as it stands in the database. */
    private record Row(String state, int version, List<String> steps, long sheet) {}

    /**
     * Does it, or nothing at all. Must be the first thing in its transaction: what it reads must be younger than its lock.
     *
     * @param now works the figures out as they are; asked only when they are needed
     * @param slip where an approved bonus is posted; asked only when it is
     * @throws Refusal when it may not be done
     */
    public Done act(Request request, Supplier<BonusStatement> now, Supplier<PostingHeader> slip) {
        var row = lock(request);
        var course = course(request, row);
        boolean fresh = request.kind() == ApprovalEvent.Kind.DRAFT || request.kind() == ApprovalEvent.Kind.SUBMIT;
        var sheet = fresh && course.state() instanceof State.Draft ? now.get() : kept(request, row, course);
        var wish = new ApprovalCommand(request.kind(), request.by(), request.at(), request.reason(), sheet);
        var outcome = course.next(wish, request.users());
        if (outcome instanceof Refused refused) {
            throw Refusal.refused(refused.problem());
        }
        var done = (Done) outcome;
        keep(request, row, new Kept(course.steps(), sheets.keep(sheet, request.at(), row.sheet()), done));
        if (done.pays()) {
            post(sheet, slip.get());
        }
        return done;
    }

    /** The figures that count for a month: the last ones of a draft, else the frozen ones. */
    public Optional<BonusStatement> sheet(String bonus, YearMonth month) {
        return jdbc
                .queryForList(
                        "SELECT sheet_id FROM bonus_plan_month WHERE bonus = ? AND month = ? AND sheet_id <> 0",
                        Long.class,
                        bonus,
                        month.toString())
                .stream()
                .findFirst()
                .map(id -> sheets.load(id, bonus, month));
    }

    /** An upsert locks the row for writing at once; a shared lock first would let two wait for each other for ever. */
    private Row lock(Request request) {
        jdbc.update("""
                INSERT INTO bonus_plan_month (bonus, month, state, version, steps, sheet_id) VALUES (?, ?, 'DRAFT', 0, '', 0)
                ON DUPLICATE KEY UPDATE version = version""", request.name(), request.month().toString());
        return jdbc.query(
                        "SELECT state, version, steps, sheet_id FROM bonus_plan_month WHERE bonus = ? AND month = ? FOR UPDATE",
                        (row, n) -> new Row(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3).isEmpty()
                                        ? List.of()
                                        : List.of(row.getString(3).split(",")),
                                row.getLong(4)),
                        request.name(),
                        request.month().toString())
                .get(0);
    }

    /** While it is a draft the plan says who must agree; afterwards what it said at submission. */
    private ApprovalWorkflow course(Request request, Row row) {
        var steps = row.state().equals(new State.Draft().text())
                ? request.bonus()
                        .on(request.month())
                        .orElseThrow(() -> Refusal.usage(
                                Problem.at("bonus", Message.BONUS_NOT_IN_FORCE, request.name(), request.month())))
                        .approval()
                : row.steps();
        return new ApprovalWorkflow(steps, deeds(request));
    }

    private List<ApprovalEvent> deeds(Request request) {
        return jdbc.query(
                """
                SELECT kind, step, done_by, person_code, done_at, reason, digest FROM bonus_event
                WHERE bonus = ? AND month = ? ORDER BY version""",
                (row, n) -> new ApprovalEvent(
                        ApprovalEvent.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        new Actor(
                                row.getString(3),
                                List.of(),
                                Optional.of(row.getString(4)).filter(code -> !code.isEmpty())),
                        row.getObject(5, LocalDateTime.class),
                        row.getString(6),
                        row.getString(7)),
                request.name(),
                request.month().toString());
    }

    /** The figures people have seen; of those that are being approved not a digit may have changed. */
    private BonusStatement kept(Request request, Row row, ApprovalWorkflow course) {
        var sheet = sheets.load(row.sheet(), request.name(), request.month());
        course.submission()
                .filter(submitted -> !submitted.digest().equals(sheet.digest()))
                .ifPresent(submitted -> {
                    throw Refusal.refused(Problem.at(
                            "bonus",
                            Message.BONUS_TAMPERED,
                            request.name(),
                            request.month(),
                            submitted.digest(),
                            sheet.digest()));
                });
        return sheet;
    }

    private record Kept(List<String> steps, long sheet, Done done) {}

    private void keep(Request request, Row row, Kept kept) {
        var deed = kept.done().deed();
        jdbc.update(
                """
                INSERT INTO bonus_event (bonus, month, version, kind, step, done_by, person_code, done_at, reason, sheet_id, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                request.name(),
                request.month().toString(),
                row.version() + 1,
                deed.kind().name(),
                deed.step(),
                deed.by().user(),
                deed.by().person().orElse(""),
                deed.at(),
                deed.reason(),
                kept.sheet(),
                deed.digest());
        jdbc.update(
                "UPDATE bonus_plan_month SET state = ?, version = version + 1, steps = ?, sheet_id = ? WHERE bonus = ? AND month = ?",
                kept.done().state().text(),
                String.join(",", kept.steps()),
                kept.sheet(),
                request.name(),
                request.month().toString());
    }

    /** Posted by a month's name, so that the ledger itself refuses a second time. */
    private void post(BonusStatement sheet, PostingHeader slip) {
        var page = ledger.batch(slip);
        sheet.lines().stream()
                .filter(line -> line.amount().signum() != 0)
                .forEach(line -> page.add(
                        new LedgerStore.Payee(sheet.bonus(), "PERSON", line.person()),
                        List.of(new Entry(EntryType.BONUS, Cause.DECISION, line.amount()))));
        page.append();
    }
}
