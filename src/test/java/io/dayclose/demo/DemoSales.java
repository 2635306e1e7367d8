package io.dayclose.demo;

import static io.dayclose.demo.DemoPlaces.outlet;

import io.dayclose.database.BulkRows;
import io.dayclose.demo.DemoProducts.Product;
import io.dayclose.demo.DemoStockBook.Place;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Two months of sales, with what comes back of them. */
final class DemoSales {
    private static final Map<DayOfWeek, Double> WEEK =
            Map.of(DayOfWeek.FRIDAY, 1.2, DayOfWeek.SATURDAY, 1.6, DayOfWeek.SUNDAY, 1.5);

    private final SplittableRandom random;
    private final DemoSpan span;
    private final DemoPeople people;
    private final List<Product> products;
    private final DemoStockBook book = new DemoStockBook();
    private final List<Sold> setAside = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();
    private final BulkRows rows = DemoCompany.table(
            "sale",
            "doc_no, line_no, kind, business_date, sold_at, outlet_code, seller_code, product_code, quantity, unit_price, discount,"
                    + " amount, serial_no, original_doc_no, original_line_no");
    /** So many documents, and the till rounds one of them down. */
    private static final int ROUNDED_DOWN = 90;

    private int document;
    private int serial;

    private record Sold(String doc, long line, Place place, long quantity, String serial, LocalDateTime at) {
        BigDecimal gross() {
            return place.product().price().multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** One phone a dealer's outlet has sold: its warranty card is to come back. */
    record Phone(String serial, int outlet, LocalDate day) {}

    DemoSales(SplittableRandom random, DemoSpan span, DemoPeople people, DemoProducts products) {
        this.random = random;
        this.span = span;
        this.people = people;
        this.products = products.sold();
    }

    /** What was sold where and when, known once the rows are made. */
    DemoStockBook book() {
        return book;
    }

    List<Phone> phones() {
        return phones;
    }

    BulkRows rows() {
        span.days().forEach(day -> {
            for (int o = 0; o < DemoPlaces.OPEN_OUTLETS; o++) {
                int documents = (int) Math.round(demand(day, o) * (0.7 + random.nextDouble() * 0.6));
                for (int i = 0; i < documents; i++) {
                    document("S%07d".formatted(++document), day, o);
                }
            }
            returns(day);
        });
        DemoMistakes.sales(rows, span.last());
        return rows;
    }

    /** Busier at the weekend, growing through the two months, with large and small outlets. */
    private double demand(LocalDate day, int outlet) {
        double season = 1 + 0.004 * (day.toEpochDay() - span.first().toEpochDay());
        return DemoPlaces.size(outlet) * season * WEEK.getOrDefault(day.getDayOfWeek(), 1.0);
    }

    private void document(String doc, LocalDate day, int o) {
        var time = day.atTime(9 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
        var sellers = people.sellers(o);
        var seller = sellers.get(random.nextInt(sellers.size()));
        int lines = 1 + random.nextInt(3);
        for (int line = 1; line <= lines; line++) {
            var product = products.get(random.nextInt(products.size()));
            long quantity = product.isPhone() ? 1 : 1 + random.nextInt(3);
            var serial = product.isPhone() ? "SN%08d".formatted(++this.serial) : null;
            var sale = new Sold(doc, line, new Place(o, product), quantity, serial, time);
            var discount = random.nextInt(20) == 0 ? BigDecimal.valueOf(random.nextInt(1, 20)) : null;
            sell(sale, seller, discount);
            if (discount == null && random.nextInt(25) == 0) {
                setAside.add(sale);
            }
            if (line == lines && document % ROUNDED_DOWN == 0) {
                roundDown(sale, seller);
            }
        }
    }

    /** Five yuan less for the whole document, which its lines bear. */
    private void roundDown(Sold last, String seller) {
        var at = last.at();
        var outlet = outlet(last.place().outlet());
        var off = new BigDecimal("-5.00");
        long line = last.line() + 1;
        rows.add(
                last.doc(),
                line,
                "DISCOUNT",
                at.toLocalDate(),
                at,
                outlet,
                seller,
                null,
                0,
                BigDecimal.ZERO,
                null,
                off,
                null,
                null,
                null);
    }

    private void sell(Sold sale, String seller, BigDecimal discount) {
        var day = sale.at().toLocalDate();
        var place = sale.place();
        var amount = discount == null ? sale.gross() : sale.gross().subtract(discount);
        rows.add(
                sale.doc(),
                sale.line(),
                "SALE",
                day,
                sale.at(),
                outlet(place.outlet()),
                seller,
                place.product().code(),
                sale.quantity(),
                place.product().price(),
                discount,
                amount,
                sale.serial(),
                null,
                null);
        book.sell(place, day, sale.quantity());
        if (sale.serial() != null && DemoPlaces.isDealers(place.outlet())) {
            phones.add(new Phone(sale.serial(), place.outlet(), day));
        }
    }

    /** What was set aside comes back some days later, beside its original. */
    private void returns(LocalDate day) {
        int n = 0;
        for (var sale : List.copyOf(setAside)) {
            if (sale.at().toLocalDate().isBefore(day) && random.nextInt(6) == 0) {
                setAside.remove(sale);
                bringBack(sale, day, ++n);
            }
        }
    }

    private void bringBack(Sold sale, LocalDate day, int n) {
        var place = sale.place();
        rows.add(
                "R%s%03d".formatted(day.toString().replace("-", "").substring(2), n),
                1,
                "RETURN",
                day,
                day.atTime(15, n % 60),
                outlet(place.outlet()),
                null,
                place.product().code(),
                sale.quantity(),
                place.product().price(),
                null,
                sale.gross(),
                sale.serial(),
                sale.doc(),
                sale.line());
        book.sell(place, day, -sale.quantity());
    }
}
