package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.bonus.ApprovalEvent;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.Missing;
import io.dayclose.bonus.State;
import io.dayclose.bonus.desk.BonusDesk;
import io.dayclose.money.Money;
import io.dayclose.run.Work;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all deeds have in common: which plan and month, who and why; told is where it stands and what would be different now. */
abstract class BonusAction extends HomeCommand {
    private static final int SHORT = 12;

    @Mixin
    private UserOption user = new UserOption();

    @Parameters(paramLabel = "BONUS", description = "the bonus plan / 奖金方案")
    private String bonus = "";

    @Option(names = "--period", required = true, paramLabel = "M", description = "the month, e.g. 2026-11 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--reason", paramLabel = "T", description = "why / 原因")
    private String reason = "";

    private final ApprovalEvent.Kind kind;

    BonusAction(ApprovalEvent.Kind kind) {
        this.kind = kind;
    }

    @Override
    int work(Engine engine) {
        var desk = new BonusDesk(engine.work(), engine.transactions(), bonus);
        var done = desk.act(month, new BonusDesk.Act(kind, user.name(), reason.strip()));
        tell(engine.work(), desk, done.state());
        return 0;
    }

    private void tell(Work work, BonusDesk desk, State state) {
        var sheet = desk.sheet(month).orElseThrow();
        say(
                "bonus.stands",
                bonus,
                month,
                state.text(),
                sheet.lines().size(),
                money(work, sheet.total()),
                sheet.digest().substring(0, SHORT));
        if (state instanceof State.Approved) {
            say("bonus.posted", bonus, month);
        } else {
            warnOfOpenMonth(desk);
        }
        var now = desk.now(month);
        if (state instanceof State.Draft && !now.missing().isEmpty()) {
            say(
                    "bonus.incomplete",
                    now.missing().stream().map(Missing::toString).collect(Collectors.joining(", ")));
        }
        sheet.wouldBe(now).forEach(each -> wouldBe(work, each));
    }

    private void wouldBe(Work work, BonusStatement.Difference each) {
        say("bonus.now", each.person(), money(work, each.nowAmount()), money(work, each.frozenAmount()));
    }

    /** Figures of a month that goes on are worth little, but nobody is kept from looking at them. */
    private void warnOfOpenMonth(BonusDesk desk) {
        var last = desk.lastDay();
        if (last.filter(day -> !day.isBefore(month.atEndOfMonth())).isEmpty()) {
            say("bonus.month_open", month, last.map(Object::toString).orElse("-"));
        }
    }

    private static String money(Work work, BigDecimal amount) {
        var company = work.home().company();
        return new Money(amount, company.currency()).text(company.language().locale(), 2);
    }
}
