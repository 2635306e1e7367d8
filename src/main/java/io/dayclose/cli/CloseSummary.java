package io.dayclose.cli;

import io.dayclose.close.PayoutFile;
import io.dayclose.inquiry.MonthFigures;
import io.dayclose.money.Money;
import io.dayclose.run.Work;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.YearMonth;

/** What a closed month came to, and what is still open beside it. */
final class CloseSummary {
    private final Work work;
    private final YearMonth month;
    private final Texts texts;

    CloseSummary(Work work, YearMonth month) {
        this.work = work;
        this.month = month;
        texts = Texts.of(work.home().company().language());
    }

    void print(PrintWriter out) {
        var figures = new MonthFigures(work.jdbc(), month);
        var settled = figures.settled();
        out.println("  "
                + texts.format(
                        "close.sums",
                        settled.payees(),
                        settled.paidPayees(),
                        money(settled.paid()),
                        money(settled.carried()),
                        money(settled.waiting())));
        var open = figures.open();
        tell("close.held", open.held(), out);
        tell("close.breaks", open.breaks(), out);
        tell("close.vouchers", open.vouchers(), out);
        tell("close.decisions", open.decisions(), out);
        tell("close.bonuses", open.bonuses(), out);
        out.println("  " + texts.format("close.payout", new PayoutFile(work).write(month)));
        out.flush();
    }

    private String money(BigDecimal amount) {
        return new Money(amount, work.home().company().currency())
                .text(work.home().company().language().locale(), 2);
    }

    private void tell(String key, long count, PrintWriter out) {
        if (count > 0) {
            out.println("  " + texts.format(key, count));
        }
    }
}
