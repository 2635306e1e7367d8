package io.dayclose.commission;

import io.dayclose.commission.InventedCompany.Outlet;
import io.dayclose.commission.InventedLine.Goods;
import io.dayclose.commission.InventedLine.Key;
import java.time.LocalDate;
import java.util.List;

/**
 * Two months of sales and what becomes of them: late ones, corrected ones, cancelled ones, returned ones in time or not,
 * pieces that are sold again, discounts on whole documents, and warranty cards.
 */
final class InventedSales {
    private final Dice dice;
    private final NightFiles files;
    private final InventedCompany company;
    private final InventedDiscounts discounts;
    private int number;

    InventedSales(Dice dice, NightFiles files, InventedCompany company) {
        this.dice = dice;
        this.files = files;
        this.company = company;
        discounts = new InventedDiscounts(dice, files, company);
    }

    void invent() {
        InventedCompany.FIRST.datesUntil(InventedCompany.LAST.plusDays(1)).forEach(date -> {
            for (int i = dice.between(8, 14); i > 0; i--) {
                life(date);
                if (dice.percent(9)) {
                    discounts.give(date, number / 3);
                }
            }
            if (dice.percent(25)) {
                looseReturn(date);
            }
        });
    }

    private void life(LocalDate date) {
        var night = dice.percent(12) ? date.plusDays(dice.between(1, 40)) : date;
        var sale = line(next(false), date, night);
        send(night, sale.row());
        if (sale.goods().hasSerial() && dice.percent(88)) {
            card(sale);
        }
        happens(sale, night);
    }

    private void happens(InventedLine sale, LocalDate night) {
        int chance = dice.between(1, 100);
        if (chance <= 4) {
            var cancelled = later(night, 30);
            send(cancelled, sale.cancelled());
            if (dice.percent(30)) {
                send(later(cancelled, 20), sale.row());
            }
        } else if (chance <= 16) {
            var corrected = later(night, 35);
            returned(correct(sale, corrected), corrected, 30);
        } else {
            returned(sale, night, 18);
        }
    }

    private void returned(InventedLine sale, LocalDate known, int chance) {
        if (!dice.percent(chance)) {
            return;
        }
        var date = sale.date().plusDays(dice.between(0, 25));
        boolean early = dice.percent(5) && known.isBefore(InventedCompany.LAST);
        var least = early ? date : latest(date, known);
        var night = dice.percent(20) ? later(least, 20) : least;
        var back = giveBack(sale, date, dice.percent(70));
        send(night, back.row());
        var settled = latest(night, known);
        switch (dice.between(1, 12)) {
            case 1 -> cancelBoth(back, sale, settled);
            case 2 -> send(later(settled, 25), back.of(cheaper(back.goods())).row());
            case 3 -> send(later(settled, 25), moved(sale, settled).row());
            case 4 -> send(later(settled, 25), onAnotherDay(back, settled).row());
            case 5 -> send(later(settled, 25), onAnotherDay(sale, settled).row());
            case 6 -> send(later(settled, 25), back.without().row());
            case 7, 8 -> second(sale, back, settled);
            default -> {
                // it stays returned
            }
        }
    }

    /** The return was a mistake, and sometimes the sale as well. */
    private void cancelBoth(InventedLine back, InventedLine sale, LocalDate known) {
        var night = later(known, 20);
        send(night, back.cancelled());
        if (dice.percent(50)) {
            send(later(night, 10), sale.cancelled());
        }
    }

    /** The rest comes back as well, or the piece is sold again. */
    private void second(InventedLine sale, InventedLine back, LocalDate known) {
        int rest = sale.goods().quantity() - back.goods().quantity();
        var night = later(known, 12);
        if (rest > 0) {
            var goods = sale.goods().with(rest, 0);
            send(night, back(sale, night, goods).row());
        } else if (sale.goods().hasSerial() && !night.isAfter(InventedCompany.LAST)) {
            var again = line(next(false), night, night);
            send(night, again.of(sale.goods()).row());
        }
    }

    private InventedLine giveBack(InventedLine sale, LocalDate date, boolean whole) {
        int pieces =
                whole ? sale.goods().quantity() : dice.between(1, sale.goods().quantity());
        var goods = sale.goods()
                .with(
                        pieces,
                        Math.min(sale.goods().discount(), pieces * sale.goods().price()));
        return back(sale, date, goods);
    }

    /** A return where the line was sold, or now and then elsewhere and by somebody else. */
    private InventedLine back(InventedLine sale, LocalDate date, Goods goods) {
        var open = company.open(date, date).stream().map(Outlet::code).toList();
        boolean there = open.contains(sale.outlet()) && dice.percent(85);
        var key = next(true);
        var original = sale.key().original();
        return there
                ? new InventedLine(key, date, sale.outlet(), sale.seller(), goods, original)
                : new InventedLine(key, date, dice.any(open), seller(), goods, original);
    }

    private InventedLine correct(InventedLine sale, LocalDate night) {
        var goods = sale.goods();
        var corrected =
                switch (dice.between(1, 6)) {
                    case 1 -> sale.of(cheaper(goods));
                    case 2 ->
                        goods.hasSerial()
                                ? sale.of(goods.numbered("M" + goods.serial()))
                                : sale.of(goods.with(dice.between(1, 6), 0));
                    case 3 -> onAnotherDay(sale, night);
                    case 4 -> goods.hasSerial() ? moved(sale, night) : sale.of(otherGoods(night, sale.date()));
                    default -> moved(sale, night);
                };
        send(night, corrected.row());
        return corrected;
    }

    /** Another seller or another outlet. */
    private InventedLine moved(InventedLine sale, LocalDate night) {
        return dice.percent(50)
                ? sale.by(seller())
                : sale.at(dice.any(company.open(sale.date(), night)).code());
    }

    private InventedLine onAnotherDay(InventedLine sale, LocalDate night) {
        var date = sale.date().plusDays(dice.between(-3, 3));
        boolean possible = !date.isAfter(night)
                && !date.isBefore(InventedCompany.FIRST)
                && company.open(date, night).stream()
                        .anyMatch(outlet -> outlet.code().equals(sale.outlet()));
        return possible ? sale.on(date) : sale.by(seller());
    }

    private Goods cheaper(Goods goods) {
        return goods.with(
                goods.quantity(), Math.min(goods.quantity() * goods.price(), goods.discount() + dice.between(1, 5000)));
    }

    /** What was really sold: another product, at another price. */
    private Goods otherGoods(LocalDate night, LocalDate date) {
        var other = line(new Key("none", 1, false), date, night).goods();
        return other.hasSerial() ? new Goods("A02", "", 2, 7_777, 0) : other;
    }

    private void looseReturn(LocalDate date) {
        var night = dice.percent(25) ? later(date, 30) : date;
        send(night, line(next(true), date, night).row());
    }

    private InventedLine line(Key key, LocalDate date, LocalDate night) {
        var product = dice.any(company.products());
        var serial = product.serialised() ? "N" + key.docNo() + key.lineNo() : "";
        int quantity = product.serialised() ? 1 : dice.between(1, 5);
        int price = dice.between(product.least(), product.most());
        int discount = dice.percent(20) ? dice.between(1, product.least() / 10) : 0;
        return new InventedLine(
                key,
                date,
                dice.any(company.open(date, night)).code(),
                seller(),
                new Goods(product.code(), serial, quantity, price, discount),
                InventedLine.NO_ORIGINAL);
    }

    private String seller() {
        return dice.percent(6) ? "" : dice.any(company.sellers());
    }

    /** A card comes back before the sale, on its day, on one of the last days, too late or at some time. */
    private void card(InventedLine sale) {
        int days =
                switch (dice.between(1, 8)) {
                    case 1 -> -dice.between(1, 9);
                    case 2 -> 0;
                    case 3 -> dice.any(List.of(15, 20, 30));
                    case 4 -> dice.any(List.of(16, 21, 31));
                    case 5 -> dice.between(17, 40);
                    default -> dice.between(1, 19);
                };
        var returned = sale.date().plusDays(days);
        var night = latest(InventedCompany.FIRST, returned);
        night = dice.percent(20) ? later(night, 25) : night;
        files.add(night, "warranty_card", sale.goods().serial() + "," + returned);
        if (dice.percent(5)) {
            var mended = returned.plusDays(dice.any(List.of(-3, -1, 2, 12)));
            files.add(
                    latest(later(night, 15), mended),
                    "warranty_card",
                    sale.goods().serial() + "," + mended);
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate later(LocalDate night, int most) {
        return night.plusDays(dice.between(1, most));
    }

    private void send(LocalDate night, String row) {
        files.add(night, "sale", row);
    }

    /** The next line; three make a document. */
    private Key next(boolean isReturn) {
        number++;
        return new Key("X%05d".formatted(number / 3), 1 + number % 3, isReturn);
    }
}
