package io.dayclose.cli;

import io.dayclose.bonus.Deed;
import io.dayclose.bonus.Missing;
import io.dayclose.bonus.Sheet;
import io.dayclose.bonus.State;
import io.dayclose.job.BonusDesk;
import io.dayclose.job.Work;
import io.dayclose.money.Money;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all deeds have in common: which plan and month, who and why; told is where it stands and what would be different now. */
abstract class BonusAction implements Callable<Integer> {
    private static final int SHORT = 12;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "BONUS", description = "the bonus plan / 奖金方案")
    private String bonus = "";

    @Option(names = "--period", required = true, paramLabel = "M", description = "the month, e.g. 2026-11 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--reason", paramLabel = "T", description = "why / 原因")
    private String reason = "";

    @Spec
    private CommandSpec spec;

    private final Deed.Kind kind;

    BonusAction(Deed.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var home = options.validToKeep(err);
        if (home.isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            var desk = new BonusDesk(engine.work(), engine.transactions(), bonus);
            var done = desk.act(month, new BonusDesk.Act(kind, options.user(), reason.strip()));
            tell(engine.work(), desk, done.state(), err);
            return 0;
        }
    }

    private void tell(Work work, BonusDesk desk, State state, PrintWriter err) {
        var sheet = desk.sheet(month).orElseThrow();
        say(
                err,
                "bonus.stands",
                bonus,
                month,
                state.text(),
                sheet.lines().size(),
                money(work, sheet.total()),
                sheet.digest().substring(0, SHORT));
        if (state instanceof State.Approved) {
            say(err, "bonus.posted", bonus, month);
        } else {
            warnOfOpenMonth(desk, err);
        }
        var now = desk.now(month);
        if (state instanceof State.Draft && !now.missing().isEmpty()) {
            say(
                    err,
                    "bonus.incomplete",
                    now.missing().stream().map(Missing::toString).collect(Collectors.joining(", ")));
        }
        sheet.wouldBe(now).forEach(each -> wouldBe(work, each, err));
    }

    private void wouldBe(Work work, Sheet.Difference each, PrintWriter err) {
        say(err, "bonus.now", each.person(), money(work, each.nowAmount()), money(work, each.frozenAmount()));
    }

    /** Figures of a month that goes on are worth little, but nobody is kept from looking at them. */
    private void warnOfOpenMonth(BonusDesk desk, PrintWriter err) {
        var last = desk.lastDay();
        if (last.filter(day -> !day.isBefore(month.atEndOfMonth())).isEmpty()) {
            say(err, "bonus.month_open", month, last.map(Object::toString).orElse("-"));
        }
    }

    private static String money(Work work, BigDecimal amount) {
        var company = work.home().company();
        return new Money(amount, company.currency()).text(company.language().locale(), 2);
    }

    private static void say(PrintWriter err, String key, Object... values) {
        err.println(Texts.of(Terminal.language()).format(key, values));
    }
}
