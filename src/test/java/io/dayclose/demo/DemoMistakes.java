package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What people get wrong on any day: the demo shows what becomes of it. */
final class DemoMistakes {
    private final LocalDate day;
    private final String product;

    DemoMistakes(LocalDate day, String product) {
        this.day = day;
        this.product = product;
    }

    void plant(BulkRows rows) {
        sale(rows, "X0001", "W999", product, "59.00", "59.00", null);
        sale(rows, "X0002", "W002", product, "59.00", "590.00", null);
        sale(rows, "X0003", "W040", product, "59.00", "59.00", null);
        sale(rows, "X0004", "W003", "G9999", "59.00", "59.00", null);
        sale(rows, "X0005", "W004", product, "59.00", "59.00", "P999");
        rows.add(
                "X0006",
                1,
                "RETURN",
                day,
                day.atTime(16, 0),
                "W005",
                null,
                product,
                1,
                new BigDecimal("59.00"),
                null,
                new BigDecimal("59.00"),
                null,
                "S9999999",
                1);
    }

    private void sale(
            BulkRows rows, String doc, String outlet, String code, String price, String amount, String seller) {
        rows.add(
                doc,
                1,
                "SALE",
                day,
                day.atTime(17, 30),
                outlet,
                seller,
                code,
                1,
                new BigDecimal(price),
                null,
                new BigDecimal(amount),
                null,
                null,
                null);
    }
}
