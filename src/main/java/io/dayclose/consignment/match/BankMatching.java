package io.dayclose.consignment.match;

import io.dayclose.consignment.BankMatch;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.arrive.Receipts;
import io.dayclose.consignment.arrive.Receipts.PayerKind;
import io.dayclose.consignment.arrive.Receipts.Receipt;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Matches a carrier's statements with what the bank shows, and tells which duplicates were never paid. */
public final class BankMatching {
    private final RoundStores stores;
    private final Receipts receipts;

    public BankMatching(RoundStores stores) {
        this.stores = stores;
        receipts = new Receipts(stores);
    }

    /** Carriers with receipts to be placed or lines that were stated twice. */
    public List<String> carriers() {
        var carriers = new TreeSet<>(receipts.payers(PayerKind.CARRIER));
        carriers.addAll(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT carrier_code FROM statement_line WHERE reason = 'DUPLICATE_LINE' AND state = 'LIVE'",
                        String.class));
        return List.copyOf(carriers);
    }

    /** Must run in a transaction. */
    public void match(String carrier) {
        var open = receipts.open(PayerKind.CARRIER, carrier);
        var assigned = new ArrayList<BankMatch.Assigned>();
        stated(carrier).forEach((currency, stated) -> {
            var named = stated.stream().map(each -> each.paper().statement()).collect(Collectors.toSet());
            var papers =
                    stated.stream().filter(Stated::waits).map(Stated::paper).toList();
            var given = open.stream()
                    .filter(receipt ->
                            receipt.placed().signum() == 0 && receipt.currency().equals(currency))
                    .map(receipt -> new BankMatch.Receipt(
                            receipt.number(), receipt.receivedOn(), receipt.amount(), receipt.reference()))
                    .toList();
            assigned.addAll(BankMatch.match(papers, given, named));
        });
        assigned.forEach(each -> assign(carrier, each));
        var placed = assigned.stream()
                .collect(Collectors.groupingBy(
                        BankMatch.Assigned::receipt,
                        Collectors.reducing(BigDecimal.ZERO, BankMatch.Assigned::amount, BigDecimal::add)));
        open.forEach(receipt -> place(receipt, placed));
        cover(carrier);
    }

    private void place(Receipt receipt, Map<String, BigDecimal> placed) {
        receipts.place(receipt, receipt.placed().add(placed.getOrDefault(receipt.number(), BigDecimal.ZERO)));
    }

    /** A statement that a receipt may name, and whether the bank has still to confirm it. */
    private record Stated(BankMatch.Paper paper, String currency, boolean waits) {}

    /** By currency: no receipt pays a statement in another one. */
    private Map<String, List<Stated>> stated(String carrier) {
        return stores.jdbc().query("""
                SELECT c.statement_no, c.period_from, c.pay_by, c.payable - c.received, c.state = 'FOOTED', COALESCE(h.currency, '') FROM carrier_statement c
                JOIN current_remittance_statement h ON h.carrier_code = c.carrier_code AND h.statement_no = c.statement_no AND h.revision = c.revision
                WHERE c.carrier_code = ? AND c.revision >= 0 AND c.state <> 'DUPLICATE'""", (row, n) -> stated(carrier, row), carrier).stream()
                .collect(Collectors.groupingBy(Stated::currency, TreeMap::new, Collectors.toList()));
    }

    private Stated stated(String carrier, ResultSet row) throws SQLException {
        var from = row.getObject(2, LocalDate.class);
        var paper =
                new BankMatch.Paper(row.getString(1), from, row.getObject(3, LocalDate.class), row.getBigDecimal(4));
        var currency = row.getString(6).isEmpty()
                ? stores.expectation(carrier).agreement(from).currency()
                : row.getString(6);
        return new Stated(paper, currency, row.getBoolean(5));
    }

    private void assign(String carrier, BankMatch.Assigned assigned) {
        stores.jdbc()
                .update(
                        "INSERT INTO bank_leg (recon_id, night, receipt_no, carrier_code, statement_no, amount) VALUES (?, ?, ?, ?, ?, ?)",
                        stores.round().id(),
                        stores.asOf(),
                        assigned.receipt(),
                        carrier,
                        assigned.statement(),
                        assigned.amount());
        stores.jdbc()
                .update(
                        "UPDATE carrier_statement SET received = received + ? WHERE carrier_code = ? AND statement_no = ?",
                        assigned.amount(),
                        carrier,
                        assigned.statement());
    }

    /** A duplicate is real money when the bank has paid it: what the bank has not paid uses up the statement's gap. */
    private void cover(String carrier) {
        var gaps = new HashMap<String, BigDecimal>();
        stores.jdbc()
                .query(
                        "SELECT statement_no, payable - received FROM carrier_statement WHERE carrier_code = ?",
                        row -> {
                            gaps.put(row.getString(1), row.getBigDecimal(2));
                        },
                        carrier);
        var twice = stores.lines().duplicates(carrier);
        twice.stream()
                .map(LineStore.Kept::line)
                .sorted(Comparator.comparing(
                                (StatementLine line) -> line.stated().statement())
                        .thenComparing(line -> line.stated().lineNo()))
                .forEach(line -> cover(line, gaps));
        stores.lines().put(twice);
        twice.forEach(
                kept -> stores.waybills().judge(carrier, kept.line().stated().normal()));
    }

    private static void cover(StatementLine line, Map<String, BigDecimal> gaps) {
        line.uncover(Rounding.NO_FEN);
        var net = line.stated().net();
        var gap = gaps.getOrDefault(line.stated().statement(), BigDecimal.ZERO);
        if (gap.compareTo(net) >= 0) {
            gaps.put(line.stated().statement(), gap.subtract(net));
            line.uncover(line.left());
        }
    }
}
