package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/** What people get wrong on any day: the demo shows what becomes of it. */
final class DemoMistakes {
    private static final BigDecimal PRICE = new BigDecimal("59.00");

    /** A SIM card, of which any number can be sold. */
    private static final String PRODUCT = "G0002";

    private DemoMistakes() {}

    static void sales(BulkRows rows, LocalDate day) {
        rows.add(sale("X0001", "W999", day));
        rows.add(with(sale("X0002", "W002", day), 11, new BigDecimal("590.00")));
        rows.add(sale("X0003", "W040", day));
        rows.add(with(sale("X0004", "W003", day), 7, "G9999"));
        rows.add(with(sale("X0005", "W004", day), 6, "P999"));
        var back = with(with(sale("X0006", "W005", day), 2, "RETURN"), 13, "S9999999");
        rows.add(with(back, 14, 1));
    }

    private static Object[] sale(String doc, String outlet, LocalDate day) {
        var time = day.atTime(17, 30);
        return new Object[] {doc, 1, "SALE", day, time, outlet, null, PRODUCT, 1, PRICE, null, PRICE, null, null, null};
    }

    private static Object[] with(Object[] row, int column, Object value) {
        row[column] = value;
        return row;
    }

    static void shipments(BulkRows rows, LocalDate day) {
        rows.add("SF", "SF140099999999", "D99", day, "SHIPPED", null, null, PRICE, null, null, "DD999999", null);
    }

    static void settlements(BulkRows rows, LocalDate day) {
        rows.add("JSX0001", 1, "D03", PRODUCT, 10, PRICE, new BigDecimal("509.00"), day, day.plusDays(10));
    }

    static void movements(BulkRows rows, LocalDate day) {
        rows.add("XK0001", 1, day, "W007", PRODUCT, "DAMAGE", -1, null, null, null, null, null);
        rows.add("XK0002", 1, day, "W998", PRODUCT, "RECEIVE", 20, null, null, null, null, null);
    }

    static void cards(BulkRows rows, LocalDate day) {
        rows.add("SN99999999", day, "D98");
    }

    static void receipts(DemoPaper paper, LocalDate day) {
        paper.add("YHX0001", day, "DEALER", "D97", "￥8,800.00", null, "货款", "CNY");
        paper.add("YHX0002", "2026/02/30", "DEALER", "D01", PRICE, null, "货款", "CNY");
    }

    static void count(DemoPaper paper, LocalDate day) {
        paper.add("PDW001", 301, day.atTime(21, 30), "W001", PRODUCT, "十二台", "周敏");
    }

    static void declared(DemoPaper paper, LocalDate day) {
        paper.add("W014", "G8888", day, 6);
    }

    static void targets(DemoPaper paper, YearMonth month) {
        paper.add(month.toString(), "net-amount", "PERSON", "P888", 60_000);
    }

    static void scores(DemoPaper paper, YearMonth month) {
        paper.add(month, "satisfaction", "OUTLET", "W001", "九十五");
    }

    static void expenses(DemoPaper paper, YearMonth month) {
        paper.add("FYX0001", month.atDay(1), "B09", "促销", 1_200);
        paper.add("FYX0002", month.getMonthValue() + "月31号", "B01", "差旅", 860);
    }
}
