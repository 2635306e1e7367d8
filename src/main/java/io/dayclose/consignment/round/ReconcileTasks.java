package io.dayclose.consignment.round;

import io.dayclose.config.Home;
import io.dayclose.consignment.arrive.Arrivals;
import io.dayclose.consignment.arrive.Recalls;
import io.dayclose.consignment.arrive.Receipts;
import io.dayclose.consignment.arrive.SettlementIntake;
import io.dayclose.consignment.arrive.StatementIntake;
import io.dayclose.consignment.decide.ApprovedDecisions;
import io.dayclose.consignment.detect.BreakDetection;
import io.dayclose.consignment.detect.StatementChecks;
import io.dayclose.consignment.match.BankMatching;
import io.dayclose.consignment.match.DealerMatching;
import io.dayclose.consignment.match.DecisionApplier;
import io.dayclose.consignment.match.GroupMatching;
import io.dayclose.consignment.match.ToleranceGrants;
import io.dayclose.consignment.match.WaybillBatch;
import io.dayclose.consignment.store.RoundStores;
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
        var stores = rounds.stores(bulk, begun.round());
        arrivals(stores, new Arrivals(stores, begun.nights()), begun.agreementsChanged());
        matching(stores);
        detection(stores, begun);
        return tasks;
    }

    private void arrivals(RoundStores stores, Arrivals arrivals, boolean agreementsChanged) {
        tasks.once("shipments", arrivals::shipments);
        var statements = new StatementIntake(stores);
        tasks.each("statement", arrivals::statements, statements::follow);
        tasks.each("statement again", arrivals::statements, statements::follow);
        tasks.once("goods", arrivals::others);
        if (agreementsChanged) {
            tasks.once("agreements", arrivals::agreements);
        }
        var settlements = new SettlementIntake(stores);
        tasks.each("settlement", () -> settlements.due(arrivals.nights()), settlements::open);
        tasks.once("receipts", () -> new Receipts(stores).take(arrivals.nights()));
        var decisions = new ApprovedDecisions(
                jdbc, new DecisionApplier(stores), Texts.of(stores.agreements().language()));
        tasks.each(
                "decision",
                decisions::due,
                decision -> decisions.apply(decision, stores.round().id()));
    }

    private void matching(RoundStores stores) {
        var recalls = new Recalls(stores);
        tasks.each("reversal", recalls::reversed, recalls::reverse);
        tasks.repeat(waybills(stores));
        tasks.each("refused", recalls::refused, recalls::release);
        tasks.repeat(waybills(stores));
        var groups = new GroupMatching(stores);
        tasks.each("groups", groups::carriers, groups::match);
        var grants = new ToleranceGrants(stores);
        tasks.each("tolerance", grants::statements, grants::decide);
    }

    private static Supplier<Optional<Task>> waybills(RoundStores stores) {
        var batch = new WaybillBatch(stores);
        return () -> Optional.of(batch.next())
                .filter(due -> !due.isEmpty())
                .map(due -> new Task("waybills " + due.get(0).carrier(), () -> batch.match(due)));
    }

    private void detection(RoundStores stores, Rounds.Begun begun) {
        var banks = new BankMatching(stores);
        tasks.each("bank", banks::carriers, banks::match);
        var checks = new StatementChecks(stores);
        tasks.each("statements", checks::carriers, carrier -> checks.judge(carrier, begun.statementsTold()));
        var dealers = new DealerMatching(stores);
        tasks.each("dealer", dealers::all, dealers::match);
        var breaks = new BreakDetection(stores);
        tasks.repeat(() -> Optional.of(breaks.next())
                .filter(span -> span.size() > 0)
                .map(span -> new Task("breaks " + span.carrier(), () -> breaks.judge(span))));
        tasks.once("proof", () -> new RoundProof(stores).prove());
    }
}
