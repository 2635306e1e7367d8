package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import io.dayclose.demo.DemoProducts.Product;
import io.dayclose.demo.DemoSpan.Cycle;
import io.dayclose.demo.DemoStockBook.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Our goods that dealers have sold, settled each half month and due ten days later. */
final class DemoConsignment {
    private final DemoSpan span;
    private final List<Product> products;
    private final DemoStockBook book;
    private final List<Settlement> settlements = new ArrayList<>();

    /** What one dealer owes for one half month. */
    record Settlement(String number, int dealer, LocalDate settledOn, BigDecimal amount) {
        LocalDate dueOn() {
            return settledOn.plusDays(10);
        }
    }

    DemoConsignment(DemoSpan span, DemoProducts products, DemoStockBook book) {
        this.span = span;
        this.products = products.sold().stream().filter(Product::isConsigned).toList();
        this.book = book;
    }

    List<Settlement> settlements() {
        return settlements;
    }

    BulkRows rows() {
        var rows = DemoCompany.table(
                "consignment_settlement",
                "settlement_no, line_no, dealer_code, product_code, quantity, unit_price, amount, settled_on, due_on");
        for (var cycle : span.settledCycles()) {
            for (int d = 0; d < DemoPlaces.DEALERS; d++) {
                settle(rows, cycle, d);
            }
        }
        DemoMistakes.settlements(rows, span.last());
        return rows;
    }

    private void settle(BulkRows rows, Cycle cycle, int dealer) {
        var number = "JS" + cycle.code() + "-" + DemoPlaces.dealer(dealer);
        var total = new Settlement(number, dealer, cycle.to().plusDays(2), BigDecimal.ZERO);
        int line = 0;
        for (var product : products) {
            long quantity = open(dealer, product, cycle);
            if (quantity > 0) {
                var amount = product.dealerPrice().multiply(BigDecimal.valueOf(quantity));
                rows.add(
                        number,
                        ++line,
                        DemoPlaces.dealer(dealer),
                        product.code(),
                        quantity,
                        product.dealerPrice(),
                        amount,
                        total.settledOn(),
                        total.dueOn());
                total = new Settlement(
                        number, dealer, total.settledOn(), total.amount().add(amount));
            }
        }
        if (line > 0) {
            settlements.add(total);
        }
    }

    private long open(int dealer, Product product, Cycle cycle) {
        return kept(dealer, product, cycle.to())
                - kept(dealer, product, cycle.from().minusDays(1));
    }

    /** What was sold up to a day and never came back: dealers do not settle what a customer is about to return. */
    private long kept(int dealer, Product product, LocalDate until) {
        return Stream.iterate(until, day -> day.plusDays(1))
                .takeWhile(day -> !day.isAfter(span.last()))
                .mapToLong(day -> sold(dealer, product, day))
                .min()
                .orElse(0);
    }

    private long sold(int dealer, Product product, LocalDate until) {
        return DemoPlaces.outletsOf(dealer)
                .mapToLong(outlet -> book.sold(new Place(outlet, product), until))
                .sum();
    }
}
