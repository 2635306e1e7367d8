package io.dayclose.close;

import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions;
import io.dayclose.commission.posting.CommissionPhases;
import io.dayclose.commission.posting.PlansInForce;
import io.dayclose.database.NamedLock;
import io.dayclose.run.RunPreconditions;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people at the shell do to the books: one at a time, and never while a run works on them. */
public final class BookOperations {
    private final Work work;
    private final TransactionTemplate transaction;
    private final Proofs proofs;

    public BookOperations(Work work, PlatformTransactionManager transactions) {
        this.work = work;
        transaction = new TransactionTemplate(transactions);
        proofs = new Proofs(work);
    }

    /**
     * Brings the ledger to its targets as of the latest closed day, then closes the month.
     *
     * @return false when it was closed before: nothing is done
     * @throws Refusal when it may not be closed yet
     */
    public boolean closeMonth(MonthClose.Request request) {
        return alone("close month", () -> {
            var close = monthClose(work);
            if (close.isClosed(request.month())) {
                return false;
            }
            close.require(request);
            proofs.require(request.month());
            new CommissionPhases(work.jdbc(), work.bulk(), work.home().plans().values())
                    .begin(close.asOf(), request.runId())
                    .forEach((key, work) -> transaction.executeWithoutResult(status -> work.run()));
            transaction.executeWithoutResult(status -> {
                close.close(request, work.now());
                proofs.sealBooks();
            });
            return true;
        });
    }

    /**
     * Keeps a proposal.
     *
     * @return its number
     */
    public long propose(Decisions.Proposal proposal, Decisions.Voice voice) {
        return sealed("decide", () -> decisions().propose(proposal, voice));
    }

    /** Does it in one transaction and seals what it has written, if no decision was changed by hand before. */
    public <T> T sealed(String what, Supplier<T> action) {
        return alone(
                what,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    proofs.requireDecisions();
                    var done = action.get();
                    proofs.sealBooks();
                    return done;
                })));
    }

    /** Approves or rejects a proposal. */
    public void answer(long decision, Answer answer, Decisions.Voice voice) {
        sealed("decide", () -> {
            var about = decisions().answer(decision, answer, voice);
            if (answer == Answer.APPROVE && about.kind() == Decisions.Kind.ADJUST) {
                new Adjustments(work.jdbc(), work.bulk()).post(decision, about);
            }
            return true;
        });
    }

    /** Takes a decision back that has not acted yet. */
    public void withdraw(long decision, Decisions.Voice voice) {
        sealed("decide", () -> {
            decisions().withdraw(decision, voice);
            return true;
        });
    }

    /** Keeps what needs no second person and does it. */
    public void keep(Decisions.Proposal proposal, Decisions.Voice voice, Runnable action) {
        sealed("decide", () -> {
            decisions().keep(proposal, voice);
            action.run();
            return true;
        });
    }

    public Decisions decisions() {
        return decisions(work);
    }

    public static Decisions decisions(Work work) {
        return new Decisions(work.jdbc(), work.home().people());
    }

    public static MonthClose monthClose(Work work) {
        var plans = work.home().plans();
        return new MonthClose(
                work.jdbc(),
                new PlansInForce(work.jdbc(), plans.values()),
                new Settlements(
                        work.jdbc(), work.bulk(), plans, work.home().company().payoutThreshold()));
    }

    /**
     * Does something while nothing else works on the books.
     *
     * @throws Refusal when somebody does
     */
    public <T> T alone(String what, Supplier<T> action) {
        try (var lock = NamedLock.acquire(work.dataSource(), RunPreconditions.BOOKS)
                .orElseThrow(() -> Refusal.refused(Problem.at(what, Message.BOOKS_BUSY)))) {
            return action.get();
        }
    }
}
