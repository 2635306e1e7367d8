package io.dayclose.sums;

import io.dayclose.database.BulkRows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the tables that keep a day's sums. */
final class SumRows {
    static final List<String> TABLES = List.of("outlet_day", "seller_day", "product_day", "noted_sale");
    private static final String[] AMOUNTS = {"sold_quantity", "returned_quantity", "gross_amount", "returned_amount"};

    private final LocalDate date;

    SumRows(LocalDate date) {
        this.date = date;
    }

    Stream<BulkRows> of(DaySums sums) {
        return Stream.of(outlets(sums), sellers(sums), products(sums), noted(sums));
    }

    private static BulkRows table(String name, String... key) {
        var columns = Stream.of(Stream.of("business_date", "outlet_code"), Stream.of(key), Stream.of(AMOUNTS));
        return new BulkRows(name, columns.flatMap(each -> each).toList());
    }

    private static Object[] row(Sum sum, Object... key) {
        var amounts = Stream.of(sum.soldQuantity(), sum.returnedQuantity(), sum.grossAmount(), sum.returnedAmount());
        return Stream.concat(Stream.of(key), amounts).toArray();
    }

    private BulkRows outlets(DaySums sums) {
        var rows = table("outlet_day", "documents", "discount_amount");
        sums.outlets()
                .forEach((outlet, sum) -> rows.add(row(sum, date, outlet, sum.documents(), sum.discountAmount())));
        return rows;
    }

    private BulkRows sellers(DaySums sums) {
        var rows = table("seller_day", "seller_code", "documents");
        sums.sellers()
                .forEach((outlet, each) ->
                        each.forEach((seller, sum) -> rows.add(row(sum, date, outlet, seller, sum.documents()))));
        return rows;
    }

    private BulkRows products(DaySums sums) {
        var rows = table("product_day", "product_code");
        sums.products()
                .forEach((outlet, each) -> each.forEach((product, sum) -> rows.add(row(sum, date, outlet, product))));
        return rows;
    }

    private BulkRows noted(DaySums sums) {
        var rows = new BulkRows(
                "noted_sale", List.of("business_date", "doc_no", "line_no", "version", "outlet_code", "kind", "why"));
        sums.noted()
                .forEach(line -> rows.add(
                        date,
                        line.id().docNo(),
                        line.id().lineNo(),
                        line.id().version(),
                        line.outlet(),
                        line.kind().name(),
                        line.why()));
        return rows;
    }
}
