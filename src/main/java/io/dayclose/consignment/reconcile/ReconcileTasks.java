package io.dayclose.consignment.reconcile;

import io.dayclose.config.Home;
import io.dayclose.consignment.decide.Verdicts;
import io.dayclose.database.BulkWriter;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Deque<Supplier<Optional<Task>>> phases = new ArrayDeque<>();

    public ReconcileTasks(JdbcTemplate jdbc, BulkWriter bulk, Home home) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.home = home;
    }

    /** A piece of work and what it is about. */
    public record Task(String about, Runnable work) {}

    /**
     * Begins a round, or goes on with the one that was cut off; must run outside a transaction, or in one that holds all tasks.
     *
     * @param runId 0 for a trial
     */
    public void begin(LocalDate date, long runId) {
        var rounds = new Rounds(jdbc, home);
        var begun = rounds.begin(date, runId);
        var desk = rounds.desk(bulk, begun.round());
        phases.clear();
        arrivals(desk, new Arrivals(desk, begun.nights()), begun.agreementsChanged());
        matching(desk);
        judging(desk, begun);
    }

    private void arrivals(Desk desk, Arrivals arrivals, boolean agreementsChanged) {
        phases.add(once("shipments", arrivals::shipments));
        var statements = new Statements(desk);
        phases.add(each("statement", arrivals::statements, statements::follow));
        phases.add(each("statement again", arrivals::statements, statements::follow));
        phases.add(once("goods", arrivals::others));
        if (agreementsChanged) {
            phases.add(once("agreements", arrivals::agreements));
        }
        var settlements = new Settlements(desk);
        phases.add(each("settlement", () -> settlements.due(arrivals.nights()), settlements::open));
        phases.add(once("receipts", () -> new Receipts(desk).take(arrivals.nights())));
        var verdicts =
                new Verdicts(jdbc, new Decided(desk), Texts.of(desk.house().language()));
        phases.add(each(
                "decision",
                verdicts::due,
                verdict -> verdicts.apply(verdict, desk.round().id())));
    }

    private void matching(Desk desk) {
        var recalls = new Recalls(desk);
        phases.add(each("reversal", recalls::reversed, recalls::reverse));
        phases.add(waybills(desk));
        phases.add(each("refused", recalls::refused, recalls::release));
        phases.add(waybills(desk));
        var groups = new Groups(desk);
        phases.add(each("groups", groups::carriers, groups::match));
        var grants = new Grants(desk);
        phases.add(each("tolerance", grants::statements, grants::decide));
    }

    private static Supplier<Optional<Task>> waybills(Desk desk) {
        var cases = new Cases(desk);
        return () -> Optional.of(cases.next())
                .filter(due -> !due.isEmpty())
                .map(due -> new Task("waybills " + due.get(0).carrier(), () -> cases.match(due)));
    }

    private void judging(Desk desk, Rounds.Begun begun) {
        var banks = new Banks(desk);
        phases.add(each("bank", banks::carriers, banks::match));
        var papers = new Papers(desk);
        phases.add(each("statements", papers::carriers, carrier -> papers.judge(carrier, begun.statementsTold())));
        var dealers = new Dealers(desk);
        phases.add(each("dealer", dealers::all, dealers::match));
        var judgement = new Judgement(desk);
        phases.add(() -> Optional.of(judgement.next())
                .filter(span -> span.size() > 0)
                .map(span -> new Task("breaks " + span.carrier(), () -> judgement.judge(span))));
        phases.add(once("proof", () -> new Proof(desk).prove()));
    }

    /** The next task; empty when all is done. Those before it must be done. */
    public Optional<Task> next() {
        while (!phases.isEmpty()) {
            var task = phases.peek().get();
            if (task.isPresent()) {
                return task;
            }
            phases.poll();
        }
        return Optional.empty();
    }

    /** Does all of it in the transaction of the caller. */
    public void runAll() {
        for (var task = next(); task.isPresent(); task = next()) {
            task.get().work().run();
        }
    }

    private static Supplier<Optional<Task>> once(String about, Runnable work) {
        var left = new ArrayDeque<>(List.of(new Task(about, work)));
        return () -> Optional.ofNullable(left.poll());
    }

    /** Lists what there is to do only when all before it is done. */
    private static <T> Supplier<Optional<Task>> each(
            String about, Supplier<? extends Collection<T>> list, Consumer<T> work) {
        var left = new ArrayDeque<Deque<T>>();
        return () -> {
            if (left.isEmpty()) {
                left.add(new ArrayDeque<>(list.get()));
            }
            return Optional.ofNullable(left.peek().poll())
                    .map(item -> new Task(about + " " + item, () -> work.accept(item)));
        };
    }
}
