package io.dayclose.commission.posting;

import io.dayclose.commission.measure.MeasuredDays;
import io.dayclose.commission.measure.PlanRules;
import io.dayclose.commission.measure.WarrantyCards;
import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkWriter;
import io.dayclose.period.ClosedMonths;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.phase.Phases;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A night's commission, phase by phase: each key must be done in a transaction of its own, one after the other. Killed anywhere and
 * begun again it comes to the same ledger, because every key leaves its mark in the transaction of what it does.
 */
public final class CommissionPhases {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Collection<Plan> plans;
    private final PlansInForce inForce;

    public CommissionPhases(JdbcTemplate jdbc, BulkWriter bulk, Collection<Plan> plans) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.plans = plans;
        inForce = new PlansInForce(jdbc, plans);
    }

    /**
     * Begins: what is known of plans, master data and closed months is read now.
     *
     * @param runId 0 for a trial
     */
    public Phases begin(LocalDate date, long runId) {
        var books = PostingContext.of(jdbc, bulk, plans);
        var closed = new ClosedMonths(jdbc);
        var rules = new PlanRules(plans, books.organisation(), closed.taken());
        var cards = new WarrantyCards(jdbc, bulk, rules);
        var days = new MeasuredDays(jdbc, bulk, rules);
        var rounds = new Rounds(jdbc, date, runId);
        var groups = new PostingGroups(books, closed);
        var phases = new Phases()
                .then(Phase.once("plans", () -> follow(rounds)))
                .untilDone(Phase.of("cards", KeyForm.DATE, cards::due, cards::count))
                .untilDone(Phase.of("lines", KeyForm.DATE, days::due, days::measure))
                .then(Phase.of("plan", MonthGroup.FORM, () -> groups.ofLines(rounds.round()), group -> new MonthPosting(
                                books, rounds.round(), closed, group)
                        .post()));
        groups.overrides()
                .forEach(plan -> phases.then(Phase.of(
                        "override " + plan.name(),
                        MonthGroup.FORM,
                        () -> groups.ofOverride(plan),
                        group -> new OverrideMonth(books, rounds.round(), closed, group).post())));
        return phases.then(Phase.once("posted", inForce::posted));
    }

    private void follow(Rounds rounds) {
        inForce.requireClosedMonthsKept();
        inForce.follow().ifPresent(this::measureAgain);
        new MasterChanges(jdbc, plans).follow();
        rounds.open();
    }

    /** Days that no plan has asked for so far are known as far as the others are. */
    private void measureAgain(LocalDate from) {
        jdbc.update("UPDATE measured_day SET stale = 'PLAN_CHANGED' WHERE business_date >= ?", from);
        jdbc.update("""
                INSERT INTO measured_day (business_date, changes, last_night, last_source, stale)
                SELECT f.business_date, 0, k.night, k.source, 'PLAN_CHANGED'
                FROM (SELECT MAX(last_night) AS night, MAX(last_source) AS source FROM measured_day) k
                JOIN fact_day f ON f.feed = 'sale' LEFT JOIN measured_day m ON m.business_date = f.business_date
                WHERE f.business_date >= ? AND m.business_date IS NULL AND k.night IS NOT NULL""", from);
    }
}
