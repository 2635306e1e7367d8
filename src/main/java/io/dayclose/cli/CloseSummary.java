package io.dayclose.cli;

import io.dayclose.job.PayoutFile;
import io.dayclose.job.Work;
import io.dayclose.money.Money;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

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
        var sums = work.jdbc().queryForMap("""
                SELECT COUNT(*) AS payees, COUNT(CASE WHEN paid > 0 THEN 1 END) AS paid_payees, COALESCE(SUM(paid), 0) AS paid,
                       COALESCE(SUM(carried), 0) AS carried, COALESCE(SUM(waiting), 0) AS waiting
                FROM settlement WHERE month = ?""", month.toString());
        out.println("  "
                + texts.format(
                        "close.sums",
                        sums.get("payees"),
                        sums.get("paid_payees"),
                        money(sums, "paid"),
                        money(sums, "carried"),
                        money(sums, "waiting")));
        open(
                "close.held",
                "SELECT COUNT(*) FROM account_month WHERE held <> 0 AND origin_month = ?",
                out,
                month.toString());
        open("close.breaks", "SELECT COUNT(*) FROM break_item WHERE is_open = 1", out);
        open("close.vouchers", "SELECT COUNT(*) FROM voucher WHERE decision = 'RETURNED' AND resolved_on IS NULL", out);
        open("close.decisions", "SELECT COUNT(*) FROM decision WHERE state = 'PENDING'", out);
        open(
                "close.bonuses",
                "SELECT COUNT(*) FROM bonus_plan_month WHERE state <> 'APPROVED' AND month = ?",
                out,
                month.toString());
        out.println("  " + texts.format("close.payout", new PayoutFile(work).write(month)));
        out.flush();
    }

    private String money(Map<String, Object> row, String column) {
        return new Money((BigDecimal) row.get(column), work.home().company().currency())
                .text(work.home().company().language().locale(), 2);
    }

    private void open(String key, String sql, PrintWriter out, Object... parameters) {
        var count = work.jdbc().queryForObject(sql, Long.class, parameters);
        if (count != null && count > 0) {
            out.println("  " + texts.format(key, count));
        }
    }
}
