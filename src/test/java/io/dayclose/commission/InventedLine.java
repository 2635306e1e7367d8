package io.dayclose.commission;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sale or return line as its sender knows it at one time. Prices in fen.
 *
 * @param original the document a return names, or empty
 */
record InventedLine(Key key, LocalDate date, String outlet, String seller, Goods goods, String original) {
    /** The document, and whether it is a return. */
    record Key(String docNo, boolean isReturn) {}

    /** How many of what, at what price. */
    record Goods(String product, String serial, int quantity, int price, int discount) {
        boolean hasSerial() {
            return !serial.isEmpty();
        }

        int amount() {
            return quantity * price - discount;
        }

        Goods with(int pieces, int off) {
            return new Goods(product, serial, pieces, price, off);
        }
    }

    InventedLine on(LocalDate other) {
        return new InventedLine(key, other, outlet, seller, goods, original);
    }

    InventedLine at(String other) {
        return new InventedLine(key, date, other, seller, goods, original);
    }

    InventedLine by(String other) {
        return new InventedLine(key, date, outlet, other, goods, original);
    }

    InventedLine of(Goods other) {
        return new InventedLine(key, date, outlet, seller, other, original);
    }

    String row() {
        return row("");
    }

    String cancelled() {
        return row("Y");
    }

    private String row(String voided) {
        return String.join(
                ",",
                key.docNo(),
                "1",
                key.isReturn() ? "RETURN" : "SALE",
                date.toString(),
                outlet,
                seller,
                goods.product(),
                String.valueOf(goods.quantity()),
                yuan(goods.price()),
                yuan(goods.discount()),
                yuan(goods.amount()),
                goods.serial(),
                original,
                original.isEmpty() ? "" : "1",
                voided);
    }

    private static String yuan(int fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
