package io.dayclose.consignment.reconcile;

import io.dayclose.config.Home;
import io.dayclose.consignment.decide.Verdicts;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.Tasks;
import io.dayclose.database.Tasks.Task;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A night's reconciliation, task by task: each must run in a transaction of its own, one after the other. Killed anywhere and begun
 * again it comes to the same, because every task leaves its mark in the transaction of what it does.
 */
public final class ReconcileTasks {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Home home;
    private final Tasks tasks = new Tasks();

    public ReconcileTasks(JdbcTemplate jdbc, BulkWriter bulk, Home home) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.home = home;
    }

    /**
     * Begins a round, or goes on with the one that was cut off; must run outside a transaction, or in one that holds all tasks.
     *
     * @param runId 0 for a trial
     */
    public Tasks begin(LocalDate date, long runId) {
        var rounds = new Rounds(jdbc, home);
        var begun = rounds.begin(date, runId);
        var desk = rounds.desk(bulk, begun.round());
        arrivals(desk, new Arrivals(desk, begun.nights()), begun.agreementsChanged());
        matching(desk);
        judging(desk, begun);
        return tasks;
    }

    private void arrivals(Desk desk, Arrivals arrivals, boolean agreementsChanged) {
        tasks.once("shipments", arrivals::shipments);
        var statements = new Statements(desk);
        tasks.each("statement", arrivals::statements, statements::follow);
        tasks.each("statement again", arrivals::statements, statements::follow);
        tasks.once("goods", arrivals::others);
        if (agreementsChanged) {
            tasks.once("agreements", arrivals::agreements);
        }
        var settlements = new Settlements(desk);
        tasks.each("settlement", () -> settlements.due(arrivals.nights()), settlements::open);
        tasks.once("receipts", () -> new Receipts(desk).take(arrivals.nights()));
        var verdicts =
                new Verdicts(jdbc, new Decided(desk), Texts.of(desk.house().language()));
        tasks.each(
                "decision",
                verdicts::due,
                verdict -> verdicts.apply(verdict, desk.round().id()));
    }

    private void matching(Desk desk) {
        var recalls = new Recalls(desk);
        tasks.each("reversal", recalls::reversed, recalls::reverse);
        tasks.repeat(waybills(desk));
        tasks.each("refused", recalls::refused, recalls::release);
        tasks.repeat(waybills(desk));
        var groups = new Groups(desk);
        tasks.each("groups", groups::carriers, groups::match);
        var grants = new Grants(desk);
        tasks.each("tolerance", grants::statements, grants::decide);
    }

    private static Supplier<Optional<Task>> waybills(Desk desk) {
        var cases = new Cases(desk);
        return () -> Optional.of(cases.next())
                .filter(due -> !due.isEmpty())
                .map(due -> new Task("waybills " + due.get(0).carrier(), () -> cases.match(due)));
    }

    private void judging(Desk desk, Rounds.Begun begun) {
        var banks = new Banks(desk);
        tasks.each("bank", banks::carriers, banks::match);
        var papers = new Papers(desk);
        tasks.each("statements", papers::carriers, carrier -> papers.judge(carrier, begun.statementsTold()));
        var dealers = new Dealers(desk);
        tasks.each("dealer", dealers::all, dealers::match);
        var judgement = new Judgement(desk);
        tasks.repeat(() -> Optional.of(judgement.next())
                .filter(span -> span.size() > 0)
                .map(span -> new Task("breaks " + span.carrier(), () -> judgement.judge(span))));
        tasks.once("proof", () -> new Proof(desk).prove());
    }
}
