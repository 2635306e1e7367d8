package io.dayclose.demo;

import static io.dayclose.demo.DemoPlaces.outlet;

import io.dayclose.database.BulkRows;
import io.dayclose.demo.DemoProducts.Product;
import io.dayclose.demo.DemoShipments.Shipment;
import io.dayclose.demo.DemoStockBook.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What moves stock besides sales: the first stock, one delivery for the second month, and the small change of a shop. */
final class DemoStock {
    private static final String OWNED = "OWNED";
    private static final String CONSIGNED = "CONSIGNED";

    private final SplittableRandom random;
    private final DemoSpan span;
    private final DemoProducts products;
    private final DemoStockBook book;
    private final BulkRows rows = DemoCompany.table(
            "stock_movement",
            "movement_no, line_no, business_date, outlet_code, product_code, type, quantity, ownership, batch_no,"
                    + " produced_on, counter_outlet, reference");

    /** A piece of paper with the number of a line on it. */
    private record Slip(String number, int line, LocalDate day) {}

    /** @param counter the outlet on the other side */
    private record Movement(
            Place place,
            String type,
            long quantity,
            @Nullable Integer counter,
            @Nullable String reference) {
        static Movement of(Place place, String type, long quantity) {
            return new Movement(place, type, quantity, null, null);
        }

        /** Only the number of an adjustment has its own sign. */
        long change() {
            return type.equals("ADJUST") || type.equals("RECEIVE") || type.equals("TRANSFER_IN") ? quantity : -quantity;
        }
    }

    DemoStock(SplittableRandom random, DemoSpan span, DemoProducts products, DemoStockBook book) {
        this.random = random;
        this.span = span;
        this.products = products;
        this.book = book;
    }

    BulkRows rows(DemoShipments shipments) {
        var middle = span.first().plusMonths(1);
        for (int o = 0; o < DemoPlaces.OPEN_OUTLETS; o++) {
            firstStock(o, middle.minusDays(1));
            delivery(o, middle);
            gifts(o);
        }
        transfers();
        losses();
        goodsBack(shipments);
        DemoMistakes.movements(rows, span.last());
        return rows;
    }

    private void firstStock(int outlet, LocalDate until) {
        int line = 0;
        for (var product : products.sold()) {
            var place = new Place(outlet, product);
            var type = isConsigned(place) ? "RECEIVE" : "ADJUST";
            move(
                    new Slip("QC" + outlet(outlet), ++line, span.first()),
                    Movement.of(place, type, Math.max(0, book.sold(place, until)) + 1 + random.nextInt(3)));
        }
        for (var gift : products.gifts()) {
            move(
                    new Slip("QC" + outlet(outlet), ++line, span.first()),
                    Movement.of(new Place(outlet, gift), "ADJUST", 60));
        }
    }

    private void delivery(int outlet, LocalDate day) {
        int line = 0;
        for (var product : products.sold()) {
            var place = new Place(outlet, product);
            long needed = book.sold(place, span.last()) - book.sold(place, day.minusDays(1));
            if (needed > 0) {
                move(new Slip("RK" + outlet(outlet), ++line, day), Movement.of(place, "RECEIVE", needed));
            }
        }
    }

    /** A few each week, and one week in ten without anybody writing down for whom. */
    private void gifts(int outlet) {
        int n = 0;
        for (var day = span.first().plusDays(6); !day.isAfter(span.last()); day = day.plusDays(7)) {
            var gift = products.gifts().get(random.nextInt(products.gifts().size()));
            var reason = random.nextInt(10) == 0 ? null : "购机赠送";
            move(
                    new Slip("ZP" + outlet(outlet), ++n, day),
                    new Movement(new Place(outlet, gift), "GIFT_OUT", 1 + random.nextInt(5), null, reason));
        }
    }

    /** Between our own outlets of one branch, out and in on one paper. */
    private void transfers() {
        for (int n = 1; n <= 60; n++) {
            int from = random.nextInt(12);
            int to = (from + DemoPlaces.BRANCHES) % 12;
            var product = any();
            var number = "DB%04d".formatted(n);
            var day = anyDay();
            if (book.onHand(new Place(from, product), span.last()) > 0) {
                move(new Slip(number, 1, day), new Movement(new Place(from, product), "TRANSFER_OUT", 1, to, null));
                move(new Slip(number, 2, day), new Movement(new Place(to, product), "TRANSFER_IN", 1, from, null));
            }
        }
    }

    private void losses() {
        for (int n = 1; n <= 80; n++) {
            var place = new Place(random.nextInt(DemoPlaces.OPEN_OUTLETS), any());
            boolean damaged = n % 2 == 0 || !isConsigned(place);
            if (book.onHand(place, span.last()) > 0) {
                move(
                        new Slip((damaged ? "BS%04d" : "TH%04d").formatted(n), 1, anyDay()),
                        Movement.of(place, damaged ? "DAMAGE" : "RETURN_TO_US", 1));
            }
        }
    }

    /** What a dealer refused comes back to one of our outlets under its waybill; of every fourth parcel nobody has heard. */
    private void goodsBack(DemoShipments shipments) {
        var refused = shipments.all().stream()
                .filter(parcel -> parcel.refusedQuantity() > 0)
                .toList();
        IntStream.range(0, refused.size()).filter(i -> i % 4 != 3).forEach(i -> goodsBack(refused.get(i), i));
    }

    private void goodsBack(Shipment parcel, int n) {
        var day = parcel.arrivedOn().plusDays(5);
        if (!day.isAfter(span.last())) {
            var place = new Place(DemoPlaces.branchOf(parcel.dealer()), parcel.product());
            move(
                    new Slip("JT%04d".formatted(n + 1), 1, day),
                    new Movement(place, "RECEIVE", parcel.refusedQuantity(), null, parcel.waybill()));
        }
    }

    private Product any() {
        List<Product> sold = products.sold();
        return sold.get(random.nextInt(sold.size()));
    }

    private LocalDate anyDay() {
        return span.first().plusDays(random.nextInt(20, 55));
    }

    private static boolean isConsigned(Place place) {
        return place.product().isConsigned() && DemoPlaces.isDealers(place.outlet());
    }

    private void move(Slip slip, Movement movement) {
        var place = movement.place();
        boolean made = movement.change() > 0 && place.product().ages();
        var produced = made ? slip.day().minusDays(60 + random.nextInt(440)) : null;
        book.move(place, slip.day(), movement.change());
        rows.add(
                slip.number(),
                slip.line(),
                slip.day(),
                outlet(place.outlet()),
                place.product().code(),
                movement.type(),
                movement.quantity(),
                isConsigned(place) ? CONSIGNED : OWNED,
                produced == null ? null : "PC" + produced.toString().replace("-", ""),
                produced,
                movement.counter() == null ? null : outlet(movement.counter()),
                movement.reference());
    }
}
