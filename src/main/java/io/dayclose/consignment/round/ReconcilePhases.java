package io.dayclose.consignment.round;

import io.dayclose.config.Home;
import io.dayclose.consignment.arrive.Arrivals;
import io.dayclose.consignment.arrive.Arrivals.Key;
import io.dayclose.consignment.arrive.Recalls;
import io.dayclose.consignment.arrive.Recalls.Recall;
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
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.database.BulkWriter;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.phase.Phases;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A night's reconciliation, phase by phase: each key must be done in a transaction of its own, one after the other. Killed anywhere and
 * begun again it comes to the same, because every key leaves its mark in the transaction of what it does.
 */
public final class ReconcilePhases {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Home home;
    private final Phases phases = new Phases();

    public ReconcilePhases(JdbcTemplate jdbc, BulkWriter bulk, Home home) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.home = home;
    }

    /**
     * Begins a round, or goes on with the one that was cut off; must run outside a transaction, or in one that holds all keys.
     *
     * @param runId 0 for a trial
     */
    public Phases begin(LocalDate date, long runId) {
        var rounds = new Rounds(jdbc, home);
        var begun = rounds.begin(date, runId);
        var stores = rounds.stores(bulk, begun.round());
        arrivals(stores, new Arrivals(stores, begun.nights()), begun.agreementsChanged());
        matching(stores);
        detection(stores, begun);
        return phases;
    }

    private void arrivals(RoundStores stores, Arrivals arrivals, boolean agreementsChanged) {
        var statements = new StatementIntake(stores);
        var settlements = new SettlementIntake(stores, arrivals.nights());
        var decisions = new ApprovedDecisions(
                jdbc,
                new DecisionApplier(stores),
                Texts.of(stores.agreements().language()),
                stores.round().id());
        phases.then(Phase.once("shipments", arrivals::shipments))
                .then(Phase.of("statement", Key.FORM, arrivals::statements, statements::follow))
                .then(Phase.of("statement again", Key.FORM, arrivals::statements, statements::follow))
                .then(Phase.once("goods", arrivals::others));
        if (agreementsChanged) {
            phases.then(Phase.once("agreements", arrivals::agreements));
        }
        phases.then(Phase.of("settlement", KeyForm.TEXT, settlements::due, settlements::open))
                .then(Phase.once("receipts", () -> new Receipts(stores).take(arrivals.nights())))
                .then(Phase.of("decision", KeyForm.NUMBER, decisions::due, decisions::apply));
    }

    private void matching(RoundStores stores) {
        var recalls = new Recalls(stores);
        var waybills = new WaybillBatch(stores);
        var groups = new GroupMatching(stores);
        var grants = new ToleranceGrants(stores);
        phases.then(Phase.of("reversal", Recall.FORM, recalls::reversed, recalls::reverse))
                .untilDone(Phase.of("waybills", Span.FORM, waybills::due, waybills::match))
                .then(Phase.of("refused", KeyForm.NUMBER, recalls::refused, recalls::release))
                .untilDone(Phase.of("waybills again", Span.FORM, waybills::due, waybills::match))
                .then(Phase.of("groups", KeyForm.TEXT, groups::carriers, groups::match))
                .then(Phase.of("tolerance", Key.FORM, grants::statements, grants::decide));
    }

    private void detection(RoundStores stores, Rounds.Begun begun) {
        var banks = new BankMatching(stores);
        var checks = new StatementChecks(stores);
        var dealers = new DealerMatching(stores);
        var breaks = new BreakDetection(stores);
        phases.then(Phase.of("bank", KeyForm.TEXT, banks::carriers, banks::match))
                .then(Phase.of(
                        "statements",
                        KeyForm.TEXT,
                        checks::carriers,
                        begun.statementsTold() ? checks::judge : checks::judgeUnasked))
                .then(Phase.of("dealer", KeyForm.TEXT, dealers::all, dealers::match))
                .untilDone(Phase.of("breaks", Span.FORM, breaks::due, breaks::judge))
                .then(Phase.once("proof", () -> new RoundProof(stores).prove()));
    }
}
