package io.dayclose.bonus.desk;

import io.dayclose.bonus.Actor;
import io.dayclose.bonus.BonusMonth;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.bonus.store.BonusStore;
import io.dayclose.bonus.store.FactFigures;
import io.dayclose.bonus.store.StaffStore;
import io.dayclose.config.User;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.period.BusinessDays;
import io.dayclose.period.ClosedMonths;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A bonus plan at work: its months worked out from the home's metrics and from facts, and brought further deed by deed. */
public final class BonusWork {
    private final Work work;
    private final Bonus bonus;

    public BonusWork(Work work, Bonus bonus) {
        this.work = work;
        this.bonus = bonus;
    }

    /** Does it; must run in a transaction and be the first thing in it. */
    public Done deed(YearMonth month, BonusDesk.Act act) {
        var users = users();
        var by = work.home()
                .people()
                .find(act.user())
                .map(BonusWork::actor)
                .orElse(new Actor(act.user(), List.of(), Optional.empty()));
        var request = new BonusStore.Request(bonus, month, act.kind(), by, users, work.now(), act.reason());
        return store().act(request, () -> now(month), () -> slip(month));
    }

    private BonusStore store() {
        return new BonusStore(work.jdbc(), work.bulk());
    }

    private List<Actor> users() {
        return work.home().people().all().stream().map(BonusWork::actor).toList();
    }

    private static Actor actor(User user) {
        return new Actor(user.name(), user.roles(), user.person());
    }

    public Optional<BonusStatement> sheet(YearMonth month) {
        return store().sheet(bonus.name(), month);
    }

    /** The figures as they would be now. */
    public BonusStatement now(YearMonth month) {
        var version = bonus.on(month)
                .orElseThrow(() -> Refusal.usage(Problem.at("bonus", Message.BONUS_NOT_IN_FORCE, bonus.name(), month)));
        var figures = new FactFigures(work.jdbc(), work.home(), month);
        return new BonusMonth(bonus, version, month)
                .sheet(new StaffStore(work.jdbc()).on(month.atEndOfMonth()), figures);
    }

    /** In its own month while that is open, else in the first open one; entries bear the latest business date. */
    private PostingHeader slip(YearMonth month) {
        var date = lastDay().orElse(month.atEndOfMonth());
        var posting = new ClosedMonths(work.jdbc()).postingMonth(month, date);
        return new PostingHeader(month, posting, date, "bonus " + month, 0);
    }

    /** The latest business date that was closed. */
    Optional<LocalDate> lastDay() {
        return new BusinessDays(work.jdbc()).last();
    }
}
