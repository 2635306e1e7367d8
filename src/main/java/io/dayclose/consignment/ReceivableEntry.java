package io.dayclose.consignment;

import java.math.BigDecimal;

/**
 * One movement of a receivable, appended and never changed. Gross and adjustments make it, the others pay it.
 * Wide: a row of {@code receivable_entry}.
 *
 * @param amount as it counts in what: a payment taken back is negative
 * @param line the statement line behind it, 0 for none
 * @param receipt the bank's receipt behind it, empty for none
 * @param pass of the matching, 0 for none
 */
public record ReceivableEntry(
        ReceivableKind kind,
        String debtor,
        String subject,
        What what,
        String currency,
        BigDecimal amount,
        long line,
        String receipt,
        int pass) {

    /** What a movement is. */
    public enum What {
        GROSS,
        ADJUST,
        /** Paid by a line of tonight. */
        LINE,
        /** Paid by what waited in suspense. */
        SUSPENSE,
        RECEIPT,
        TOLERANCE,
        WRITE_OFF,
        /** A payment taken back. */
        REVERSAL,
        /** Paid, and owed back to the dealer since; negative. */
        CREDIT
    }

    /** Of a receivable, in its currency. */
    public static ReceivableEntry of(Receivable item, What what, BigDecimal amount) {
        return new ReceivableEntry(item.kind(), item.debtor(), item.subject(), what, item.currency(), amount, 0, "", 0);
    }

    /** The same movement of another amount. */
    public ReceivableEntry of(BigDecimal other) {
        return new ReceivableEntry(kind, debtor, subject, what, currency, other, line, receipt, pass);
    }

    ReceivableEntry by(StatementLine by, int inPass) {
        return new ReceivableEntry(kind, debtor, subject, what, currency, amount, by.id(), receipt, inPass);
    }

    /** Paid by a receipt. */
    public ReceivableEntry by(String byReceipt, int inPass) {
        return new ReceivableEntry(kind, debtor, subject, what, currency, amount, line, byReceipt, inPass);
    }
}
