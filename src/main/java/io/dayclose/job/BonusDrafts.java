package io.dayclose.job;

import io.dayclose.bonus.ApprovalEvent;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.State;
import io.dayclose.bonus.desk.BonusDesk;
import io.dayclose.bonus.desk.BonusWork;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.run.Attempt;
import io.dayclose.run.Work;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Drafts every bonus of the last month that is over, so that people find the figures; what is under way is left alone. */
final class BonusDrafts {
    private final Work work;
    private final Attempt attempt;
    private final YearMonth month;

    BonusDrafts(Work work, Attempt attempt) {
        this.work = work;
        this.attempt = attempt;
        month = over(attempt.run().date());
    }

    private static YearMonth over(LocalDate date) {
        var month = YearMonth.from(date);
        return date.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
    }

    /** Those whose figures have not been worked out yet, or would be others now. */
    List<String> due() {
        var underWay = work.jdbc()
                .queryForList(
                        "SELECT bonus FROM bonus_plan_month WHERE month = ? AND state <> ?",
                        String.class,
                        month.toString(),
                        new State.Draft().text());
        return work.home().bonuses().values().stream()
                .filter(bonus -> bonus.on(month).isPresent() && !underWay.contains(bonus.name()))
                .filter(this::changed)
                .map(Bonus::name)
                .toList();
    }

    private boolean changed(Bonus bonus) {
        var drafted = new BonusWork(work, bonus);
        return !drafted.sheet(month)
                .map(BonusStatement::digest)
                .equals(Optional.of(drafted.now(month).digest()));
    }

    void draft(String name) {
        var bonus = Objects.requireNonNull(work.home().bonuses().get(name), name);
        var act = new BonusDesk.Act(
                ApprovalEvent.Kind.DRAFT,
                attempt.request().user(),
                attempt.job().name());
        new BonusWork(work, bonus).deed(month, act);
    }
}
