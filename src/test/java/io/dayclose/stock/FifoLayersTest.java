package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goods by the day they came; below zero there are none, but a debt. */
class FifoLayersTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private static Layer layer(int day, String batch, long quantity) {
        return new Layer(FIRST.withDayOfMonth(day), null, batch, quantity);
    }

    private static FifoLayers of(Layer... layers) {
        return new FifoLayers(List.of(layers), 0);
    }

    @Test
    void what_came_together_is_one_layer_and_what_did_not_stands_apart() {
        var layers = of(layer(1, "A", 3));
        layers.put(layer(1, "A", 4));
        layers.put(layer(1, "B", 2));
        layers.put(layer(2, "B", 1));
        assertThat(layers.layers()).containsExactly(layer(1, "A", 7), layer(1, "B", 2), layer(2, "B", 1));
        assertThat(layers.closing()).isEqualTo(10);
    }

    @Test
    void a_debt_that_is_paid_exactly_leaves_nothing() {
        var owing = new FifoLayers(List.of(), 3);
        assertThat(owing.closing()).isEqualTo(-3);
        assertThat(owing.debt()).isEqualTo(3);
        owing.put(layer(1, "", 3));
        assertThat(owing.closing()).isZero();
        assertThat(owing.layers()).isEmpty();
    }

    @Test
    void there_is_no_debt_beside_goods_none_below_zero_and_no_layer_of_nothing() {
        var goods = List.of(layer(1, "", 1));
        assertThatThrownBy(() -> new FifoLayers(goods, 1)).hasMessageStartingWith("a debt must be positive");
        assertThatThrownBy(() -> new FifoLayers(List.of(), -1)).hasMessageStartingWith("a debt must be positive");
        assertThatThrownBy(() -> layer(1, "", 0)).hasMessage("quantity must be positive: 0");
    }
}
