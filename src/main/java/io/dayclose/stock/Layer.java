package io.dayclose.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came together (stock.md, E13).
 *
 * @param receivedOn the day they first came into the company's stock: a transfer and a customer's return keep it
 * @param producedOn when they were made, if that is known: shelf life counts from it
 * @param batch empty for none
 */
public record Layer(LocalDate receivedOn, @Nullable LocalDate producedOn, String batch, long quantity) {
    public Layer {
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity must be positive: " + quantity);
        }
    }

    Layer with(long now) {
        return new Layer(receivedOn, producedOn, batch, now);
    }

    boolean joins(Layer other) {
        return with(other.quantity).equals(other);
    }
}
