package io.dayclose.close;

import io.dayclose.config.ConfigDigest;
import io.dayclose.database.ContentDigest;
import io.dayclose.intake.source.InputDigest;
import io.dayclose.period.BusinessDays;
import io.dayclose.run.Run;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Closes a business day: every control must hold, then the day is written down with a digest of what it came to. */
public final class DayClose {
    /** Of every account that the day has posted to: what its entries come to, beside the targets they were to reach. */
    private static final String LEDGER = """
            SELECT t.plan, t.origin_month, l.total, t.total, l.held, t.held, l.forfeited, t.forfeited FROM (
                SELECT plan, origin_month, SUM(earned + adjusted + clawed) AS total, SUM(held) AS held, SUM(forfeited) AS forfeited
                FROM account_month WHERE (plan, origin_month) IN (SELECT DISTINCT plan, origin_month FROM ledger WHERE business_date = ? AND plan <> '')
                GROUP BY plan, origin_month) t
            JOIN (
                SELECT plan, origin_month, SUM(CASE WHEN type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') THEN amount ELSE 0 END) AS total,
                       SUM(CASE type WHEN 'HOLD' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'FORFEIT' THEN -amount ELSE 0 END) AS held,
                       SUM(CASE type WHEN 'FORFEIT' THEN amount ELSE 0 END) AS forfeited
                FROM ledger WHERE (plan, origin_month) IN (SELECT DISTINCT plan, origin_month FROM ledger WHERE business_date = ? AND plan <> '')
                GROUP BY plan, origin_month) l ON l.plan = t.plan AND l.origin_month = t.origin_month""";

    private final Work work;
    private final Run run;

    public DayClose(Work work, Run run) {
        this.work = work;
        this.run = run;
    }

    /** @throws Refusal naming the control that does not hold and both its figures */
    public void close() {
        requireAllRead();
        var controls = new Controls(work.jdbc());
        work.home().feeds().forEach(feed -> controls.prove(feed.name(), run.date()));
        proveLedger();
        new BusinessDays(work.jdbc()).close(new BusinessDays.Closing(run.date(), run.id(), work.now(), digest()));
        new Proofs(work).sealNight(run.date());
    }

    /** A source that was cut off and has not been gone on with belongs to this day: its rest would come after the books. */
    private void requireAllRead() {
        work.jdbc()
                .queryForList(
                        "SELECT name FROM feed_source WHERE night = ? AND state = 'TAKEN' ORDER BY source_id LIMIT 1",
                        String.class,
                        run.date())
                .forEach(name -> {
                    throw Refusal.failed(Problem.at("close-day", Message.SOURCE_UNFINISHED, name, run.date()));
                });
    }

    private void proveLedger() {
        work.jdbc()
                .query(
                        LEDGER,
                        row -> {
                            for (int column = 3; column <= 7; column += 2) {
                                equal(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getBigDecimal(column),
                                        row.getBigDecimal(column + 1));
                            }
                        },
                        run.date(),
                        run.date());
    }

    private static void equal(String plan, String month, BigDecimal entries, BigDecimal targets) {
        if (entries.compareTo(targets) != 0) {
            throw Refusal.failed(Problem.at(
                    "close-day", Message.LEDGER_DIFFERS, plan, month, entries, targets, entries.subtract(targets)));
        }
    }

    /** Of what came in up to the day, of its sales, and of all that the ledger holds by then. */
    private String digest() {
        var digest = new ContentDigest();
        digest.add(InputDigest.of(work.jdbc(), run.date(), ConfigDigest.of(work.home())));
        add(digest, "SELECT SUM(gross_amount), SUM(returned_amount) FROM outlet_day WHERE business_date = ?");
        add(digest, "SELECT result_digest FROM recon_run WHERE as_of = ? ORDER BY recon_id DESC LIMIT 1");
        add(
                digest,
                "SELECT plan, type, SUM(amount) FROM ledger WHERE business_date = ? GROUP BY plan, type ORDER BY plan, type");
        return digest.hex().substring(0, 16);
    }

    private void add(ContentDigest digest, String sql) {
        work.jdbc()
                .query(
                        sql,
                        (RowCallbackHandler) row -> {
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                digest.add(String.valueOf(row.getString(i)));
                            }
                        },
                        run.date());
    }
}
