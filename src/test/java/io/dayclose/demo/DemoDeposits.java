package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import io.dayclose.demo.DemoSales.Phone;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** What dealers owe us besides money for goods: their deposits, and the warranty cards of the phones they sold. */
final class DemoDeposits {
    static final int REQUIRED = 200_000;

    private final SplittableRandom random;
    private final LocalDate last;

    DemoDeposits(SplittableRandom random, LocalDate last) {
        this.random = random;
        this.last = last;
    }

    /** The third dealer has paid a part only; of the ninth some was kept, and the tenth took some back. */
    BulkRows deposits() {
        var rows = DemoCompany.table("deposit_movement", "entry_no, entry_date, dealer_code, type, amount");
        for (int d = 0; d < DemoPlaces.DEALERS; d++) {
            rows.add(entry(d, 1), last.minusYears(1).plusDays(d), DemoPlaces.dealer(d), "PAID", REQUIRED / 2);
            if (d != 2) {
                rows.add(entry(d, 2), last.minusMonths(9).plusDays(d), DemoPlaces.dealer(d), "PAID", REQUIRED / 2);
            }
        }
        rows.add(entry(8, 3), last.minusDays(20), DemoPlaces.dealer(8), "FORFEITED", 12_000);
        rows.add(entry(9, 3), last.minusDays(9), DemoPlaces.dealer(9), "REFUNDED", 40_000);
        return rows;
    }

    private static String entry(int dealer, int number) {
        return "BZ%s-%02d".formatted(DemoPlaces.dealer(dealer), number);
    }

    /** Most come within the month, a few late, some never; a phone sold lately has its card at the customer's still. */
    BulkRows cards(List<Phone> phones) {
        var rows = DemoCompany.table("warranty_card", "serial_no, returned_on, dealer_code");
        for (var phone : phones) {
            int chance = random.nextInt(100);
            var day = phone.day().plusDays(chance < 85 ? 3 + random.nextInt(25) : 40 + random.nextInt(10));
            if (chance < 92 && !day.isAfter(last)) {
                rows.add(phone.serial(), day, DemoPlaces.dealer(DemoPlaces.dealerOf(phone.outlet())));
            }
        }
        DemoMistakes.cards(rows, last);
        return rows;
    }
}
