package io.dayclose.commission;

import io.dayclose.commission.InventedCompany.Outlet;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Discounts on whole documents: before or after the lines that bear them, on their day or another, by somebody or nobody, some
 * corrected, moved, cancelled, given again, or found to be a sale, and some of documents that never come.
 */
final class InventedDiscounts {
    private final Dice dice;
    private final NightFiles files;
    private final InventedCompany company;
    private int number;

    InventedDiscounts(Dice dice, NightFiles files, InventedCompany company) {
        this.dice = dice;
        this.files = files;
        this.company = company;
    }

    /** A discount line as its sender knows it at one time. */
    private record Given(String key, LocalDate date, String outlet, String seller, String product, int fen) {
        String row(String voided) {
            var nothing = fen % 2 == 0 ? ",," : "0,0,";
            return "%s,DISCOUNT,%s,%s,%s,%s,%s,%s,,,,%s"
                    .formatted(key, date, outlet, seller, product, nothing, amount(), voided);
        }

        String amount() {
            return BigDecimal.valueOf(-fen, 2).toPlainString();
        }

        Given of(int other) {
            return new Given(key, date, outlet, seller, product, other);
        }

        Given by(String other) {
            return new Given(key, date, outlet, other, product, fen);
        }

        Given on(LocalDate other) {
            return new Given(key, other, outlet, seller, product, fen);
        }
    }

    /** @param document the newest one of the day */
    void give(LocalDate date, int document) {
        var key = document(document) + "," + (10 + ++number);
        var outlet =
                dice.any(company.open(date, date).stream().map(Outlet::code).toList());
        var product = dice.percent(20) ? dice.any(company.products()).code() : "";
        var given = new Given(key, date, outlet, seller(), product, fen());
        var night = dice.percent(15) ? later(date, 40) : date;
        send(night, given.row(""));
        happens(given, night);
    }

    /** This one, the next, an earlier one, or one that never comes. */
    private String document(int document) {
        int chance = dice.between(1, 10);
        int which = chance <= 5 ? document : chance <= 7 ? document + 1 : Math.max(0, document - dice.between(1, 40));
        return (chance == 10 ? "Z%05d" : "X%05d").formatted(which);
    }

    private void happens(Given given, LocalDate night) {
        var then = later(night, 30);
        switch (dice.between(1, 16)) {
            case 1, 2 -> send(then, given.of(fen()).row(""));
            case 3 -> send(then, given.by(seller()).row(""));
            case 4 -> send(then, moved(given).row(""));
            case 5 -> send(then, given.row("Y"));
            case 6 -> {
                send(then, given.row("Y"));
                send(later(then, 15), given.of(fen()).row(""));
            }
            case 7 -> send(then, sale(given));
            default -> {
                // it stays as it was given
            }
        }
    }

    private Given moved(Given given) {
        var date = given.date().minusDays(dice.between(1, 3));
        boolean possible = !date.isBefore(InventedCompany.FIRST)
                && company.open(date, date).stream()
                        .anyMatch(outlet -> outlet.code().equals(given.outlet()));
        return possible ? given.on(date) : given.of(fen());
    }

    /** It was no discount: the line sold something. */
    private String sale(Given given) {
        return "%s,SALE,%s,%s,%s,A02,1,50.01,,50.01,,,,"
                .formatted(given.key(), given.date(), given.outlet(), given.seller());
    }

    private int fen() {
        return dice.percent(5) ? 0 : dice.percent(70) ? dice.between(1, 900) : dice.between(1, 60_000);
    }

    private String seller() {
        return dice.percent(40) ? "" : dice.any(company.sellers());
    }

    private LocalDate later(LocalDate night, int most) {
        return night.plusDays(dice.between(1, most));
    }

    private void send(LocalDate night, String row) {
        files.add(night, "sale", row);
    }
}
