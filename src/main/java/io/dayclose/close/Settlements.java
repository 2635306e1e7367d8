package io.dayclose.close;

import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.Settlement;
import io.dayclose.ledger.Settlement.Part;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.ledger.store.PostingBatch;
import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Works out what every payee is due for a month and keeps it. */
public final class Settlements {
    private static final List<String> PAYEE = List.of("month", "payee_kind", "payee_code");

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Map<String, Plan> plans;
    private final BigDecimal threshold;

    /** @param threshold less than so much is not paid but carried */
    public Settlements(JdbcTemplate jdbc, BulkWriter bulk, Map<String, Plan> plans, BigDecimal threshold) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.plans = plans;
        this.threshold = threshold;
    }

    /** A payee, whatever the plan. */
    private record Payee(String kind, String code) implements Comparable<Payee> {
        @Override
        public int compareTo(Payee other) {
            int byCode = code.compareTo(other.code);
            return byCode != 0 ? byCode : kind.compareTo(other.kind);
        }
    }

    private static final class Sums {
        private BigDecimal waited = Rounding.NO_FEN;
        private BigDecimal posted = Rounding.NO_FEN;
    }

    /** Posts what a settled month pays and carries; must run in a transaction. */
    void post(YearMonth month, LocalDate asOf, long runId) {
        var page = new LedgerStore(jdbc, bulk).batch(new PostingHeader(month, month, asOf, "close " + month, runId));
        add(page, month, EntryType.PAYOUT, "paid");
        add(page, month, EntryType.CARRY, "carried");
        page.append();
    }

    private void add(PostingBatch page, YearMonth month, EntryType type, String column) {
        jdbc.query(
                "SELECT payee_kind, payee_code, " + column + " FROM settlement WHERE month = ? AND " + column
                        + " <> 0 ORDER BY payee_kind, payee_code",
                (RowCallbackHandler) row -> page.add(
                        new LedgerStore.Payee("", row.getString(1), row.getString(2)),
                        List.of(new Entry(type, Cause.DECISION, row.getBigDecimal(3)))),
                month.toString());
    }

    /** Settles a month as its ledger stands, in the place of an earlier draft; must run in a transaction. */
    public void settle(YearMonth month, LocalDate asOf) {
        var settled = settlements(month, asOf);
        jdbc.update("DELETE FROM settlement WHERE month = ?", month.toString());
        jdbc.update("DELETE FROM settlement_part WHERE month = ?", month.toString());
        var accounts = new HashMap<String, String>();
        jdbc.query("SELECT dealer_code, bank_account FROM (" + BankAccounts.APPROVED + ") a", (RowCallbackHandler)
                row -> accounts.put(row.getString(1), row.getString(2)));
        var rows = new BulkRows(
                "settlement",
                columns("opening", "payable", "net", "paid", "carried", "waiting", "state", "bank_account"));
        var parts = new BulkRows("settlement_part", columns("plan", "waited", "posted", "waiting", "gate"));
        settled.forEach((payee, each) -> {
            rows.add(
                    month.toString(),
                    payee.kind(),
                    payee.code(),
                    each.opening(),
                    each.payable(),
                    each.net(),
                    each.paid(),
                    each.carried(),
                    each.waiting(),
                    each.state().name(),
                    payee.kind().equals("DEALER") ? accounts.getOrDefault(payee.code(), "") : "");
            each.parts()
                    .forEach(part -> parts.add(
                            month.toString(),
                            payee.kind(),
                            payee.code(),
                            part.plan(),
                            part.waited(),
                            part.posted(),
                            part.waiting(),
                            part.gate()));
        });
        bulk.insertNew(rows);
        bulk.insertNew(parts);
    }

    private static List<String> columns(String... own) {
        var columns = new ArrayList<>(PAYEE);
        columns.addAll(List.of(own));
        return columns;
    }

    private Map<Payee, Settlement> settlements(YearMonth month, LocalDate asOf) {
        var gates = new PayeeGates(jdbc, plans, month, asOf);
        var sums = sums(month);
        var openings = openings(month);
        openings.keySet().forEach(payee -> sums.computeIfAbsent(payee, any -> new TreeMap<>()));
        var settled = new TreeMap<Payee, Settlement>();
        sums.forEach((payee, byPlan) -> {
            var parts = new ArrayList<Part>();
            byPlan.forEach((plan, sum) ->
                    parts.add(new Part(plan, sum.waited, sum.posted, gates.unmet(plan, payee.kind(), payee.code()))));
            var opening = openings.getOrDefault(payee, Rounding.NO_FEN);
            settled.put(payee, Settlement.of(opening, parts, threshold));
        });
        return settled;
    }

    /** What was posted in the month and what has waited since earlier ones, by payee and plan. */
    private Map<Payee, TreeMap<String, Sums>> sums(YearMonth month) {
        var found = new TreeMap<Payee, TreeMap<String, Sums>>();
        jdbc.query(
                """
                SELECT payee_kind, payee_code, plan, SUM(CASE type WHEN 'HOLD' THEN -amount WHEN 'FORFEIT' THEN 0 ELSE amount END)
                FROM ledger WHERE posting_month = ? AND type NOT IN ('PAYOUT', 'CARRY') GROUP BY payee_kind, payee_code, plan""",
                (RowCallbackHandler)
                        row -> at(found, payee(row.getString(1), row.getString(2)), row.getString(3)).posted =
                                row.getBigDecimal(4).setScale(2),
                month.toString());
        jdbc.query(
                "SELECT payee_kind, payee_code, plan, waiting FROM settlement_part WHERE month = ? AND waiting <> 0",
                (RowCallbackHandler)
                        row -> at(found, payee(row.getString(1), row.getString(2)), row.getString(3)).waited =
                                row.getBigDecimal(4),
                before(month));
        return found;
    }

    private static Sums at(Map<Payee, TreeMap<String, Sums>> found, Payee payee, String plan) {
        return found.computeIfAbsent(payee, any -> new TreeMap<>()).computeIfAbsent(plan, any -> new Sums());
    }

    private static Payee payee(String kind, String code) {
        return new Payee(kind, code);
    }

    private Map<Payee, BigDecimal> openings(YearMonth month) {
        var found = new HashMap<Payee, BigDecimal>();
        jdbc.query(
                "SELECT payee_kind, payee_code, carried FROM settlement WHERE month = ? AND carried <> 0",
                (RowCallbackHandler) row -> found.put(payee(row.getString(1), row.getString(2)), row.getBigDecimal(3)),
                before(month));
        return found;
    }

    /** The month that was closed last before this one. */
    private String before(YearMonth month) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT COALESCE(MAX(month), '') FROM closed_month WHERE month < ?", String.class, month.toString()));
    }
}
