package io.dayclose.stock;

import static io.dayclose.stock.Ownership.CONSIGNED;
import static io.dayclose.stock.Ownership.OWNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.stock.Event.Booked;
import io.dayclose.stock.Event.Counted;
import io.dayclose.stock.Event.In;
import io.dayclose.stock.Event.Original;
import io.dayclose.stock.Event.Out;
import io.dayclose.stock.Event.Returned;
import io.dayclose.stock.Event.Sold;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The equations of stock.md by hand. */
class StockItemTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate NEXT = FIRST.plusDays(1);

    private final StockItem cell = new StockItem(FifoLayers.empty(), FifoLayers.empty());

    private static In in(Flow flow, Ownership ownership, long quantity, LocalDate day) {
        return new In(flow, ownership, new Layer(day, null, "", quantity));
    }

    private static Sold sold(long quantity) {
        return new Sold("", quantity);
    }

    private static Counted counted(long quantity) {
        return new Counted("K1/1", NEXT.atTime(12, 0), quantity);
    }

    private static Returned returned(long quantity, long back, Original original) {
        return new Returned(quantity, Optional.of(original), back);
    }

    @Test
    void the_stock_take_of_the_specification() {
        cell.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 100, FIRST)));
        var noted = cell.roll(
                NEXT,
                List.of(
                        in(Flow.RECEIVED, OWNED, 40, NEXT),
                        new Out(Flow.PULLED_BACK, OWNED, 10),
                        new Returned(5, Optional.empty(), 0),
                        sold(89),
                        counted(42),
                        sold(1)));
        assertThat(noted.variances()).containsExactly(new StockItem.Variance("K1/1", 46, 42));
        assertThat(noted.variances().get(0).quantity()).isEqualTo(-4);
        assertThat(cell.closing()).isEqualTo(41);
    }

    @Test
    void a_receipt_before_the_count_that_comes_late_explains_it_and_moves_nothing() {
        cell.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 46, FIRST), in(Flow.RECEIVED, OWNED, 3, FIRST)));
        var noted = cell.roll(NEXT, List.of(counted(42), sold(1)));
        assertThat(noted.variances().get(0).quantity()).isEqualTo(-7);
        assertThat(cell.closing()).isEqualTo(41);
    }

    @Test
    void a_correction_that_books_a_count_moves_nothing_twice() {
        cell.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 46, FIRST), counted(42)));
        var noted = cell.roll(NEXT, List.of(new Booked(OWNED, -4)));
        assertThat(cell.closing()).isEqualTo(42);
        assertThat(noted.flows().get(OWNED).of(Flow.ADJUSTED)).isEqualTo(-4);
        assertThat(noted.flows().get(OWNED).of(Flow.COUNTED)).isEqualTo(4);
        assertThat(noted.flows().get(OWNED).net()).isZero();
    }

    @Test
    void a_sale_takes_what_is_consigned_first() {
        var noted = cell.roll(
                FIRST,
                List.of(
                        in(Flow.RECEIVED, CONSIGNED, 3, FIRST),
                        in(Flow.RECEIVED, OWNED, 10, FIRST),
                        new Sold("D1/1", 5)));
        assertThat(cell.shelf(CONSIGNED).closing()).isZero();
        assertThat(cell.shelf(OWNED).closing()).isEqualTo(8);
        assertThat(noted.consigned()).containsExactly(java.util.Map.entry("D1/1", 3L));
    }

    @Test
    void a_return_restores_what_its_original_took_last_first() {
        cell.roll(
                FIRST,
                List.of(
                        in(Flow.RECEIVED, CONSIGNED, 3, FIRST),
                        in(Flow.RECEIVED, OWNED, 10, FIRST),
                        new Sold("D1/1", 5)));
        var original = new Original("D1/1", FIRST, true, 5, 0, null);
        cell.roll(NEXT, List.of(returned(1, 0, original)));
        assertThat(cell.shelf(OWNED).closing()).isEqualTo(9);
        cell.roll(NEXT.plusDays(1), List.of(returned(3, 1, original)));
        assertThat(cell.shelf(OWNED).closing()).isEqualTo(10);
        assertThat(cell.shelf(CONSIGNED).closing()).isEqualTo(2);
    }

    @Test
    void a_return_without_an_original_is_owned_and_as_old_as_today() {
        cell.roll(NEXT, List.of(new Returned(2, Optional.empty(), 0)));
        assertThat(cell.shelf(OWNED).layers()).containsExactly(new Layer(NEXT, null, "", 2));
    }

    @Test
    void a_return_restores_the_layer_that_its_original_was_taken_from() {
        cell.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 5, FIRST)));
        cell.roll(NEXT, List.of(sold(5), in(Flow.RECEIVED, OWNED, 7, NEXT)));
        cell.roll(NEXT.plusDays(1), List.of(returned(1, 0, new Original("D1/1", NEXT, true, 5, 0, null)), sold(1)));
        assertThat(cell.shelf(OWNED).layers()).containsExactly(new Layer(NEXT, null, "", 7));
    }

    @Test
    void the_oldest_goes_first_and_a_transfer_keeps_its_day() {
        cell.roll(NEXT, List.of(in(Flow.RECEIVED, OWNED, 5, NEXT), in(Flow.TRANSFER_IN, OWNED, 4, FIRST)));
        var noted = cell.roll(NEXT.plusDays(1), List.of(sold(3)));
        assertThat(noted.takenFrom()).isEqualTo(FIRST);
        assertThat(cell.shelf(OWNED).layers())
                .containsExactly(new Layer(FIRST, null, "", 1), new Layer(NEXT, null, "", 5));
    }

    @Test
    void stock_below_zero_is_a_debt_that_the_next_goods_pay() {
        cell.roll(FIRST, List.of(sold(3)));
        assertThat(cell.closing()).isEqualTo(-3);
        cell.roll(NEXT, List.of(in(Flow.RECEIVED, OWNED, 5, NEXT)));
        assertThat(cell.shelf(OWNED).layers()).containsExactly(new Layer(NEXT, null, "", 2));
    }

    @Test
    void goods_that_a_count_misses_are_consigned_ones_as_long_as_there_are_any() {
        var noted = cell.roll(
                FIRST, List.of(in(Flow.RECEIVED, CONSIGNED, 2, FIRST), in(Flow.RECEIVED, OWNED, 5, FIRST), counted(4)));
        assertThat(noted.flows().get(CONSIGNED).of(Flow.COUNTED)).isEqualTo(-2);
        assertThat(noted.flows().get(OWNED).of(Flow.COUNTED)).isEqualTo(-1);
    }

    @Test
    void a_correction_may_add_or_take() {
        cell.roll(FIRST, List.of(new Out(Flow.ADJUSTED, OWNED, -8), new Out(Flow.ADJUSTED, OWNED, 3)));
        assertThat(cell.closing()).isEqualTo(5);
    }

    /** Five were sold elsewhere, or before this shelf was rolled: three of them consigned, of a layer of the first. */
    @Test
    void a_return_of_a_line_that_is_not_rolled_here_restores_what_was_known_of_it() {
        for (var here : List.of(true, false)) {
            var begun = new StockItem(FifoLayers.empty(), FifoLayers.empty());
            if (!here) {
                begun.roll(FIRST, List.of());
            }
            begun.roll(NEXT, List.of(returned(5, 0, new Original("D1/1", FIRST, here, 5, 3, FIRST))));
            assertThat(begun.shelf(OWNED).layers()).containsExactly(new Layer(FIRST, null, "", 2));
            assertThat(begun.shelf(CONSIGNED).layers()).containsExactly(new Layer(FIRST, null, "", 3));
        }
    }

    /** Three consigned and two owned were sold: of three that come back two are owned, the last two are consigned. */
    @Test
    void consigned_goods_come_back_once_all_owned_are_back() {
        cell.roll(
                FIRST,
                List.of(
                        in(Flow.RECEIVED, CONSIGNED, 3, FIRST),
                        in(Flow.RECEIVED, OWNED, 2, FIRST),
                        new Sold("D1/1", 5)));
        var original = new Original("D1/1", FIRST, true, 5, 0, null);
        cell.roll(NEXT, List.of(returned(3, 0, original)));
        assertThat(cell.shelf(OWNED).closing() + " " + cell.shelf(CONSIGNED).closing())
                .isEqualTo("2 1");
        cell.roll(NEXT, List.of(returned(2, 3, original)));
        assertThat(cell.shelf(OWNED).closing() + " " + cell.shelf(CONSIGNED).closing())
                .isEqualTo("2 3");
    }

    @Test
    void a_line_that_took_no_consigned_goods_is_not_remembered() {
        var noted = cell.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 5, FIRST), new Sold("D1/1", 5)));
        assertThat(noted.consigned()).isEmpty();
    }

    @Test
    void goods_too_many_are_consigned_where_there_are_any_and_owned_elsewhere() {
        var ours = cell.roll(FIRST, List.of(in(Flow.RECEIVED, CONSIGNED, 2, FIRST), counted(5)));
        assertThat(ours.flows().get(CONSIGNED).of(Flow.COUNTED)).isEqualTo(3);
        var shop = new StockItem(FifoLayers.empty(), FifoLayers.empty());
        var theirs = shop.roll(FIRST, List.of(in(Flow.RECEIVED, OWNED, 2, FIRST), counted(5)));
        assertThat(theirs.flows().get(OWNED).of(Flow.COUNTED)).isEqualTo(3);
        assertThat(shop.closing()).isEqualTo(5);
    }

    /** Sold from a newer consigned and an older owned layer, sent on, and given away. */
    @Test
    void a_day_remembers_the_oldest_layer_that_sales_and_transfers_took_from() {
        var goods = List.<Event>of(in(Flow.RECEIVED, CONSIGNED, 1, NEXT), in(Flow.RECEIVED, OWNED, 9, FIRST));
        cell.roll(NEXT, goods);
        assertThat(cell.roll(NEXT.plusDays(1), List.of(sold(2))).takenFrom()).isEqualTo(FIRST);
        var sent = cell.roll(NEXT.plusDays(2), List.of(new Out(Flow.TRANSFER_OUT, OWNED, 1)));
        assertThat(sent.takenFrom()).isEqualTo(FIRST);
        var given = cell.roll(NEXT.plusDays(3), List.of(new Out(Flow.GIFTED, OWNED, 1)));
        assertThat(given.takenFrom()).isNull();
    }

    /** 9 + 2 − 3 + 1 = 9, of which 3 − 1 = 2 were sold. */
    @Test
    void a_day_says_what_it_has_changed_and_what_it_has_sold() {
        var noted = cell.roll(
                FIRST,
                List.of(
                        in(Flow.RECEIVED, CONSIGNED, 2, FIRST),
                        in(Flow.RECEIVED, OWNED, 9, FIRST),
                        sold(3),
                        new Returned(1, Optional.empty(), 0)));
        assertThat(noted.sold()).isEqualTo(2);
        assertThat(noted.flows().get(CONSIGNED).net()).isZero();
        assertThat(noted.flows().get(OWNED).net()).isEqualTo(9 - 1 + 1);
        assertThat(noted.flows().get(CONSIGNED).isNone()).isFalse();
        assertThat(cell.roll(NEXT, List.of()).flows().get(OWNED).isNone()).isTrue();
    }
}
