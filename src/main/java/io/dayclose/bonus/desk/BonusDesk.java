package io.dayclose.bonus.desk;

import io.dayclose.bonus.ApprovalEvent;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.close.BookOperations;
import io.dayclose.config.Users;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;

/** What people do with the months of a bonus plan: one at a time, and never while a run works on the facts. */
public final class BonusDesk {
    private final BookOperations books;
    private final BonusWork bonus;
    private final Users users;

    /** @throws Refusal when there is no such plan */
    public BonusDesk(Work work, PlatformTransactionManager transactions, String bonus) {
        books = new BookOperations(work, transactions);
        users = work.home().people();
        var known = work.home().bonuses();
        this.bonus = Optional.ofNullable(known.get(bonus))
                .map(plan -> new BonusWork(work, plan))
                .orElseThrow(() -> Refusal.usage(
                        Problem.at("bonus", Message.NO_SUCH_BONUS, bonus, String.join(", ", known.keySet()))));
    }

    /** What somebody does, and why; the reason may be empty. */
    public record Act(ApprovalEvent.Kind kind, String user, String reason) {}

    /**
     * Does it.
     *
     * @throws Refusal when it may not be done, saying who may
     */
    public Done act(YearMonth month, Act act) {
        if (act.kind() != ApprovalEvent.Kind.DRAFT || !users.all().isEmpty()) {
            users.require("bonus " + act.kind().name().toLowerCase(Locale.ROOT), act.user());
        }
        return books.sealed("bonus", () -> bonus.deed(month, act));
    }

    /** The figures that count: the last ones of a draft, else the frozen ones. */
    public Optional<BonusStatement> sheet(YearMonth month) {
        return bonus.sheet(month);
    }

    /** The figures as they would be now. */
    public BonusStatement now(YearMonth month) {
        return bonus.now(month);
    }

    /** The latest business date that was closed. */
    public Optional<LocalDate> lastDay() {
        return bonus.lastDay();
    }
}
