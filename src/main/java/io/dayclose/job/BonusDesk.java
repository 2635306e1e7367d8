package io.dayclose.job;

import io.dayclose.bonus.Actor;
import io.dayclose.bonus.BonusMonth;
import io.dayclose.bonus.Deed;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.bonus.Sheet;
import io.dayclose.bonus.store.BonusStore;
import io.dayclose.bonus.store.FactFigures;
import io.dayclose.bonus.store.StaffStore;
import io.dayclose.commission.posting.ClosedMonths;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.ledger.LedgerStore;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with the months of a bonus plan: one at a time, and never while a run works on the facts. */
public final class BonusDesk {
    private final Work work;
    private final Bookkeeping books;
    private final TransactionTemplate transaction;
    private final Bonus bonus;

    /** @throws Refusal when there is no such plan */
    public BonusDesk(Work work, PlatformTransactionManager transactions, String bonus) {
        this.work = work;
        books = new Bookkeeping(work, transactions);
        transaction = new TransactionTemplate(transactions);
        var known = work.home().bonuses();
        this.bonus = Optional.ofNullable(known.get(bonus))
                .orElseThrow(() -> Refusal.usage(
                        Problem.at("bonus", Message.NO_SUCH_BONUS, bonus, String.join(", ", known.keySet()))));
    }

    /** What somebody does, and why; the reason may be empty. */
    public record Act(Deed.Kind kind, String user, String reason) {}

    /**
     * Does it.
     *
     * @throws Refusal when it may not be done, saying who may
     */
    public Done act(YearMonth month, Act act) {
        var users = users();
        var by = users.stream()
                .filter(user -> user.user().equalsIgnoreCase(act.user()))
                .findFirst()
                .orElse(new Actor(act.user(), List.of(), Optional.empty()));
        var request = new BonusStore.Request(bonus, month, act.kind(), by, users, work.now(), act.reason());
        return books.alone(
                "bonus",
                () -> Objects.requireNonNull(transaction.execute(status ->
                        new BonusStore(work.jdbc(), work.bulk()).act(request, () -> now(month), () -> slip(month)))));
    }

    private List<Actor> users() {
        return work.home().users().values().stream()
                .map(user -> new Actor(user.name(), user.roles(), user.person()))
                .toList();
    }

    /** The figures that count: the last ones of a draft, else the frozen ones. */
    public Optional<Sheet> sheet(YearMonth month) {
        return new BonusStore(work.jdbc(), work.bulk()).sheet(bonus.name(), month);
    }

    /** The figures as they would be now. */
    public Sheet now(YearMonth month) {
        var version = bonus.on(month)
                .orElseThrow(() -> Refusal.usage(Problem.at("bonus", Message.BONUS_NOT_IN_FORCE, bonus.name(), month)));
        var figures = new FactFigures(
                work.jdbc(), month, metric -> work.home().files().read("sql/metric/" + metric + ".sql"));
        return new BonusMonth(bonus, version, month)
                .sheet(new StaffStore(work.jdbc()).on(month.atEndOfMonth()), figures);
    }

    /** In its own month while that is open, else in the first open one; entries bear the latest business date. */
    private LedgerStore.Slip slip(YearMonth month) {
        var date = lastDay().orElse(month.atEndOfMonth());
        var posting = new ClosedMonths(work.jdbc()).postingMonth(month, date);
        return new LedgerStore.Slip(month, posting, date, "bonus " + month, 0);
    }

    /** The latest business date that was closed. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(
                work.jdbc().queryForObject("SELECT MAX(business_date) FROM business_day", LocalDate.class));
    }
}
