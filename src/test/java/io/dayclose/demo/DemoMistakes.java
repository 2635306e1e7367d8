package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What people get wrong on any day: the demo shows what becomes of it. */
final class DemoMistakes {
    private static final BigDecimal PRICE = new BigDecimal("59.00");

    private final LocalDate day;
    private final String product;

    DemoMistakes(LocalDate day, String product) {
        this.day = day;
        this.product = product;
    }

    void plant(BulkRows rows) {
        rows.add(sale("X0001", "W999", product, "59.00"));
        rows.add(sale("X0002", "W002", product, "590.00"));
        rows.add(sale("X0003", "W040", product, "59.00"));
        rows.add(sale("X0004", "W003", "G9999", "59.00"));
        var left = sale("X0005", "W004", product, "59.00");
        left[6] = "P999";
        rows.add(left);
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
                PRICE,
                null,
                PRICE,
                null,
                "S9999999",
                1);
    }

    private Object[] sale(String doc, String outlet, String code, String amount) {
        return new Object[] {
            doc,
            1,
            "SALE",
            day,
            day.atTime(17, 30),
            outlet,
            null,
            code,
            1,
            PRICE,
            null,
            new BigDecimal(amount),
            null,
            null,
            null
        };
    }
}
