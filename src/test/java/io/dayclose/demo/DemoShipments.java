package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import io.dayclose.demo.DemoProducts.Product;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Parcels to dealers, paid for at the door: two carriers bring them, and a few do not arrive as they should. */
final class DemoShipments {
    static final List<String> CARRIERS = List.of("SF", "DB");
    private static final String UNDER_WAY = "SHIPPED";

    private final SplittableRandom random;
    private final DemoSpan span;
    private final List<Product> products;
    private final List<Shipment> shipments = new ArrayList<>();

    /** @param statusOn when its status came about; null while it is under way */
    record Shipment(
            String carrier,
            String waybill,
            int dealer,
            Product product,
            long quantity,
            LocalDate shippedOn,
            String status,
            @Nullable LocalDate statusOn) {

        BigDecimal cod() {
            return product.dealerPrice().multiply(BigDecimal.valueOf(quantity));
        }

        /** Half of the pieces, where a part was refused. */
        long refusedQuantity() {
            return status.equals("PART_REFUSED") ? quantity / 2 : isBack() ? quantity : 0;
        }

        /** What the carrier collected at the door and owes us. */
        BigDecimal collected() {
            var refused = product.dealerPrice().multiply(BigDecimal.valueOf(refusedQuantity()));
            return status.equals("LOST") ? Rounding.toFen(BigDecimal.ZERO) : cod().subtract(refused);
        }

        /** The parcels of one carrier and day travel under one number. */
        String batch() {
            return carrier + "-" + shippedOn.toString().replace("-", "");
        }

        boolean hasStatusIn(DemoSpan.Cycle cycle) {
            return statusOn != null && cycle.holds(statusOn);
        }

        LocalDate arrivedOn() {
            return Objects.requireNonNull(statusOn);
        }

        private boolean isBack() {
            return status.equals("REFUSED") || status.equals("RETURNED");
        }

        private Object[] row(int number) {
            boolean delivered = status.equals("DELIVERED");
            var refused = cod().subtract(collected());
            return new Object[] {
                carrier,
                waybill,
                DemoPlaces.dealer(dealer),
                shippedOn,
                status,
                statusOn,
                delivered ? statusOn : null,
                cod(),
                status.equals("PART_REFUSED") ? refused : null,
                batch(),
                "DD%06d".formatted(number),
                statusOn == null ? null : statusOn.atTime(10 + number % 8, number % 60)
            };
        }
    }

    DemoShipments(SplittableRandom random, DemoSpan span, DemoProducts products) {
        this.random = random;
        this.span = span;
        this.products = products.sold().stream()
                .filter(product -> product.isPhone() || product.ages())
                .toList();
    }

    List<Shipment> all() {
        return shipments;
    }

    BulkRows rows() {
        span.days().filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY).forEach(day -> {
            for (int d = 0; d < DemoPlaces.DEALERS; d++) {
                if (random.nextInt(10) < 7) {
                    ship(d, day);
                }
            }
        });
        var rows = DemoCompany.table(
                "shipment",
                "carrier_code, waybill_no, dealer_code, shipped_on, status, status_on, confirmed_on, cod_amount,"
                        + " refused_amount, batch_ref, order_no, status_at");
        for (int i = 0; i < shipments.size(); i++) {
            rows.add(shipments.get(i).row(i + 1));
        }
        DemoMistakes.shipments(rows, span.last());
        return rows;
    }

    private void ship(int dealer, LocalDate day) {
        int n = shipments.size() + 1;
        var carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        var product = products.get(random.nextInt(products.size()));
        var arrival = day.plusDays(1 + random.nextInt(4));
        boolean arrived = !arrival.isAfter(span.last());
        shipments.add(new Shipment(
                carrier,
                carrier + "1400%08d".formatted(n * 37L),
                dealer,
                product,
                2 + random.nextInt(3),
                day,
                arrived ? fate(n) : UNDER_WAY,
                arrived ? arrival : null));
    }

    private static String fate(int n) {
        return switch (n % 50) {
            case 11 -> "PART_REFUSED";
            case 23 -> "REFUSED";
            case 37 -> n % 100 == 37 ? "LOST" : "RETURNED";
            default -> "DELIVERED";
        };
    }
}
