package io.dayclose.bonus.desk;

import io.dayclose.bonus.State;
import io.dayclose.bonus.store.BonusStore;
import io.dayclose.run.Work;
import java.time.YearMonth;

/** What the bonuses that are being approved would be now, kept beside their frozen figures so that a workbook can show both. */
public final class BonusesNow {
    private final Work work;

    public BonusesNow(Work work) {
        this.work = work;
    }

    /** A plan that is gone, or not in force any more, has nothing to be compared with. */
    public void keep() {
        work.jdbc()
                .query(
                        "SELECT bonus, month FROM bonus_plan_month WHERE state NOT IN (?, ?) ORDER BY month, bonus",
                        (row, n) -> new Months(row.getString(1), YearMonth.parse(row.getString(2))),
                        new State.Draft().text(),
                        new State.Approved().text())
                .forEach(this::keep);
    }

    private record Months(String bonus, YearMonth month) {}

    private void keep(Months of) {
        var bonus = work.home().bonuses().get(of.bonus());
        if (bonus != null && bonus.on(of.month()).isPresent()) {
            new BonusStore(work.jdbc(), work.bulk()).keepNow(new BonusWork(work, bonus).now(of.month()), work.now());
        }
    }
}
