package io.dayclose.bench;

import io.dayclose.commission.Credit.Account;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of a month under twenty plans for ten thousand payees, beside a bare read of the same lines, then the close of the
 * month. Small unless told otherwise; what the program promises is
 * {@code -Dcommission.lines=1000000 -Dcommission.days=20}. Quote ratios.
 */
@Tag("bench")
class CommissionBench {
    private static final int LINES = Integer.getInteger("commission.lines", 100_000);

    /** The days that are there already when the first night is timed. */
    private static final int DAYS = Math.min(27, Integer.getInteger("commission.days", 3));

    /** Of the handsets sold, so many in a hundred have their warranty card back within ten days. */
    private static final int CARDS = Integer.getInteger("commission.cards", 30);

    private static final int NIGHTS = 3;
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final String BARE = "bare read of the lines";
    private static final String STEP = "commission step";

    @TempDir
    private Path folder;

    private final Medians seconds = new Medians();

    @Test
    void nights_of_a_month_of_commissions_and_its_close() throws Exception {
        try (var month = new CommissionMonth(folder, new CommissionLines(FIRST, LINES, CARDS))) {
            var first = FIRST.plusDays(DAYS);
            month.bring(FIRST.datesUntil(first).toList());
            System.out.printf("%nthe month until then, all at once%n%s", month.step(first.minusDays(1)));
            for (int night = 0; night < NIGHTS; night++) {
                night(month, first.plusDays(night));
            }
            describe(month);
            explain(month);
            close(month, first.plusDays(NIGHTS));
        }
        print();
    }

    private void night(CommissionMonth month, LocalDate night) throws SQLException {
        month.bring(List.of(night));
        note(BARE, month.bareRead(night));
        var step = month.step(night);
        note(BARE, month.bareRead(night));
        note(STEP, step.whole());
        step.parts().forEach((part, took) -> note("  " + part, took));
        note("  the program at work", step.programAtWork());
        note("  the server at work", step.serverAtWork());
        System.out.printf("night of %s%n%s", night, step);
    }

    private void note(String what, Duration took) {
        seconds.note(what, took.toNanos() / 1e9);
    }

    private static void describe(CommissionMonth month) {
        long lines = month.count("SELECT COUNT(*) FROM sale");
        System.out.printf(
                "%,d lines and %,d cards in the month; a line is credited %.1f times%n",
                lines,
                month.count("SELECT COUNT(*) FROM warranty_card"),
                month.count("SELECT SUM(line_count) FROM measure_total") / (double) lines);
        System.out.printf(
                "%,d payees, %,d accounts, %,d cells of their months, %,d entries in the ledger%n",
                month.count("SELECT COUNT(DISTINCT payee_kind, payee_code) FROM account_month"),
                month.count("SELECT COUNT(*) FROM account_month"),
                month.count("SELECT COUNT(*) FROM measure_total"),
                month.count("SELECT COUNT(*) FROM ledger"));
    }

    /** Nothing more is sold: the close brings the ledger to the last day's targets first. */
    private void close(CommissionMonth month, LocalDate next) {
        next.datesUntil(YearMonth.from(FIRST).plusMonths(1).atDay(1)).forEach(month::closed);
        note("month close", month.close(FIRST));
        System.out.printf("%,d payees settled%n", month.count("SELECT COUNT(*) FROM settlement"));
    }

    /** Shows how a dealer's fen came about under the plan with most to show: the lines must come to what is posted. */
    private void explain(CommissionMonth month) {
        for (var dealer : month.paid("dealer-handset", NIGHTS)) {
            var account = new Account("dealer-handset", PayeeKind.DEALER, dealer);
            note("explain one payee", month.explain(account, YearMonth.from(FIRST)));
        }
    }

    private void print() {
        System.out.printf(
                "%n%,d lines a night after %d days, heap %d MB, medians of %d%n",
                LINES, DAYS, Runtime.getRuntime().maxMemory() >> 20, NIGHTS);
        System.out.printf("%-30s %10s %12s %18s%n", "", "seconds", "lines/s", "bare read = 1");
        for (var what : seconds.names()) {
            double took = seconds.of(what);
            System.out.printf("%-30s %10.2f %,12.0f %18.2f%n", what, took, LINES / took, took / seconds.of(BARE));
        }
    }
}
