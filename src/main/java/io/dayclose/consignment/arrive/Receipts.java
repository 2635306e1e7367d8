package io.dayclose.consignment.arrive;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.SuspenseReason;
import io.dayclose.consignment.arrive.Arrivals.Nights;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.consignment.store.SuspenseStore.Waiting;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bank's receipts and how much of each is placed. */
public final class Receipts {
    private final RoundStores stores;

    public Receipts(RoundStores stores) {
        this.stores = stores;
    }

    /** Who pays into the bank. */
    public enum PayerKind {
        CARRIER,
        DEALER
    }

    /**
     * A receipt that is not wholly placed.
     * Wide: a row of {@code receipt} with what of it was placed.
     *
     * @param heldSince since when the rest waits, null when it does not
     */
    public record Receipt(
            String number,
            PayerKind payerKind,
            String payer,
            LocalDate receivedOn,
            BigDecimal amount,
            String reference,
            String currency,
            BigDecimal placed,
            @Nullable LocalDate heldSince) {
        public BigDecimal left() {
            return amount.subtract(placed);
        }
    }

    /** Takes in what is new; a corrected one gives back what it has paid. Must run in a transaction. */
    public void take(Nights nights) {
        var sql = """
                SELECT r.receipt_no, r.version, r.payer_kind, r.payer_code, r.received_on, r.amount, COALESCE(r.reference, ''), COALESCE(r.currency, '')
                FROM current_receipt r
                LEFT JOIN placed_receipt p ON p.receipt_no = r.receipt_no
                WHERE %s AND (p.version IS NULL OR p.version < r.version) ORDER BY r.receipt_no""".formatted(nights.in("r.night"));
        stores.jdbc()
                .query(sql, (row, n) -> fresh(row), nights.dates().toArray())
                .forEach(this::take);
        stores.entries().append();
    }

    private record Fresh(Receipt receipt, int version) {}

    private Fresh fresh(ResultSet row) throws SQLException {
        var currency = row.getString(8).isEmpty() ? stores.agreements().currency() : row.getString(8);
        return new Fresh(
                new Receipt(
                        row.getString(1),
                        PayerKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getBigDecimal(6),
                        row.getString(7),
                        currency,
                        Rounding.NO_FEN,
                        null),
                row.getInt(2));
    }

    private void take(Fresh fresh) {
        var receipt = fresh.receipt();
        if (fresh.version() > 1) {
            giveBack(receipt.number());
            stores.suspense().end(receipt.number());
        }
        stores.jdbc()
                .update(
                        """
                INSERT INTO placed_receipt (receipt_no, version, payer_kind, payer_code, received_on, amount, reference, currency, placed, held, held_since, is_open)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, 1)
                ON DUPLICATE KEY UPDATE version = VALUES(version), payer_kind = VALUES(payer_kind), payer_code = VALUES(payer_code),
                    received_on = VALUES(received_on), amount = VALUES(amount), reference = VALUES(reference), currency = VALUES(currency), placed = LEAST(given_back, VALUES(amount)), held = 0, is_open = 1""",
                        receipt.number(),
                        fresh.version(),
                        receipt.payerKind().name(),
                        receipt.payer(),
                        receipt.receivedOn(),
                        receipt.amount(),
                        receipt.reference(),
                        receipt.currency());
    }

    /** Returns what is left of a receipt to its payer; a later version of it does not bring that here again. */
    public boolean returnToPayer(OfReceipt target) {
        var found = find(target.number()).filter(receipt -> receipt.left().signum() > 0);
        found.ifPresent(receipt -> {
            stores.jdbc()
                    .update(
                            "UPDATE placed_receipt SET given_back = given_back + ? WHERE receipt_no = ?",
                            receipt.left(),
                            target.number());
            place(receipt, receipt.amount());
        });
        return found.isPresent();
    }

    private void giveBack(String receipt) {
        stores.jdbc().update("""
                UPDATE carrier_statement c JOIN (SELECT carrier_code, statement_no, SUM(amount) AS amount FROM bank_leg WHERE receipt_no = ?
                    GROUP BY carrier_code, statement_no) g ON g.carrier_code = c.carrier_code AND g.statement_no = c.statement_no
                SET c.received = c.received - g.amount, c.state = IF(c.state = 'BANK_CONFIRMED', 'FOOTED', c.state)""", receipt);
        stores.jdbc().update("""
                INSERT INTO bank_leg (recon_id, night, receipt_no, carrier_code, statement_no, amount)
                SELECT ?, ?, receipt_no, carrier_code, statement_no, -SUM(amount) FROM bank_leg WHERE receipt_no = ?
                GROUP BY receipt_no, carrier_code, statement_no HAVING SUM(amount) <> 0""", stores.round().id(), stores.asOf(), receipt);
        reverse("receipt_no = ?", receipt);
    }

    /** Takes back what receipts have paid for it: they wait again. Tells whether there was any. */
    public boolean takeBack(OfReceivable owed) {
        boolean any =
                reverse("kind = ? AND debtor = ? AND subject = ?", owed.kind().name(), owed.debtor(), owed.subject());
        stores.entries().append();
        return any;
    }

    private boolean reverse(String which, Object... values) {
        var paid = stores.jdbc()
                .query(
                        """
                        SELECT kind, debtor, subject, SUM(amount), MAX(origin_cycle), receipt_no FROM receivable_entry WHERE receipt_no <> '' AND %s AND what IN ('RECEIPT', 'REVERSAL')
                        GROUP BY kind, debtor, subject, receipt_no HAVING SUM(amount) <> 0 ORDER BY kind, debtor, subject, receipt_no""".formatted(which),
                        (row, n) -> new Paid(
                                new OfReceivable(
                                        ReceivableKind.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                                row.getBigDecimal(4),
                                row.getString(5),
                                row.getString(6)),
                        values);
        paid.forEach(this::giveBack);
        return !paid.isEmpty();
    }

    private record Paid(OfReceivable owed, BigDecimal amount, String cycle, String receipt) {}

    private void giveBack(Paid paid) {
        var amount = paid.amount().negate();
        var owed = paid.owed();
        var kept = stores.receivables()
                .of(owed.kind(), owed.debtor(), owed.subject())
                .orElseThrow();
        stores.entries()
                .add(
                        ReceivableEntry.of(kept.item(), ReceivableEntry.What.REVERSAL, amount)
                                .by(paid.receipt(), 0),
                        paid.cycle());
        stores.receivables().put(List.of(kept.with(kept.item().pay(amount))));
        if (owed.kind() != ReceivableKind.CONSIGNMENT_SETTLEMENT) {
            stores.waybills().due(owed.debtor(), kept.item().normal());
        }
        find(paid.receipt())
                .ifPresent(receipt -> place(receipt, receipt.placed().add(amount)));
    }

    /** Payers of a kind who have receipts that are not wholly placed. */
    public List<String> payers(PayerKind kind) {
        return stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT payer_code FROM placed_receipt WHERE is_open = 1 AND payer_kind = ? ORDER BY payer_code",
                        String.class,
                        kind.name());
    }

    /** What a payer has paid and nobody has placed, in order of the dates. */
    public List<Receipt> open(PayerKind kind, String payer) {
        return load(
                "is_open = 1 AND payer_kind = ? AND payer_code = ? ORDER BY received_on, receipt_no",
                kind.name(),
                payer);
    }

    public Optional<Receipt> find(String number) {
        return load("receipt_no = ?", number).stream().findFirst();
    }

    private List<Receipt> load(String which, Object... values) {
        return stores.jdbc()
                .query(
                        "SELECT receipt_no, payer_kind, payer_code, received_on, amount, reference, currency, placed, held_since FROM placed_receipt WHERE "
                                + which,
                        (row, n) -> new Receipt(
                                row.getString(1),
                                PayerKind.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getBigDecimal(5),
                                row.getString(6),
                                row.getString(7),
                                row.getBigDecimal(8),
                                row.getObject(9, LocalDate.class)),
                        values);
    }

    /** Sets how much of it is placed; the rest waits in suspense. */
    public void place(Receipt receipt, BigDecimal placed) {
        var left = receipt.amount().subtract(placed);
        boolean changed = left.compareTo(held(receipt)) != 0;
        var since = left.signum() == 0 ? null : receipt.heldSince() == null ? stores.asOf() : receipt.heldSince();
        if (changed) {
            var waiting = new Waiting(
                    receipt.payer(),
                    receipt.number(),
                    0,
                    receipt.number(),
                    receipt.number(),
                    receipt.currency(),
                    left,
                    since == null ? stores.asOf() : since,
                    placed.signum() == 0 ? SuspenseReason.UNPLACED : BreakType.OVER.name());
            stores.suspense().hold(waiting, receipt.heldSince());
        }
        stores.jdbc()
                .update(
                        "UPDATE placed_receipt SET placed = ?, held = ?, held_since = ?, is_open = ? WHERE receipt_no = ?",
                        placed,
                        left,
                        since,
                        left.signum() == 0 ? 0 : 1,
                        receipt.number());
    }

    private BigDecimal held(Receipt receipt) {
        var held = stores.jdbc()
                .queryForObject(
                        "SELECT held FROM placed_receipt WHERE receipt_no = ?", BigDecimal.class, receipt.number());
        return held == null ? Rounding.NO_FEN : held;
    }
}
