package io.dayclose.commission;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sale or return line as its sender knows it at one time. Prices in fen.
 *
 * @param original the line a return names, as document,line, or a lone comma
 */
record InventedLine(Key key, LocalDate date, String outlet, String seller, Goods goods, String original) {
    static final String NO_ORIGINAL = ",";

    /** The document and line, and whether it is a return. */
    record Key(String docNo, int lineNo, boolean isReturn) {
        String original() {
            return docNo + "," + lineNo;
        }
    }

    /** How many of what, at what price. */
    record Goods(String product, String serial, int quantity, int price, int discount) {
        boolean hasSerial() {
            return !serial.isEmpty();
        }

        int amount() {
            return quantity * price - discount;
        }

        Goods numbered(String other) {
            return new Goods(product, other, quantity, price, discount);
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

    InventedLine without() {
        return new InventedLine(key, date, outlet, seller, goods, NO_ORIGINAL);
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
                String.valueOf(key.lineNo()),
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
                voided);
    }

    private static String yuan(int fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
