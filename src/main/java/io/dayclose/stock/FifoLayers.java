package io.dayclose.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands of one product at one outlet under one ownership, by the day it came: the oldest goes first (first in, first out). What
 * is taken beyond it is a debt that the next goods pay: stock below zero is told, never clipped.
 */
public final class FifoLayers {
    private final List<Layer> layers;
    private long debt;

    /** @param debt how far below zero; then there are no layers */
    public FifoLayers(List<Layer> layers, long debt) {
        this.layers = new ArrayList<>(layers);
        this.debt = debt;
        if (debt < 0 || debt > 0 && !layers.isEmpty()) {
            throw new IllegalArgumentException("a debt must be positive and have no layers: " + debt + " " + layers);
        }
    }

    public static FifoLayers empty() {
        return new FifoLayers(List.of(), 0);
    }

    /** On hand; negative for a debt. */
    public long closing() {
        long all = -debt;
        for (var layer : layers) {
            all += layer.quantity();
        }
        return all;
    }

    /** Oldest first. */
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    public long debt() {
        return debt;
    }

    void put(Layer layer) {
        long paid = Math.min(debt, layer.quantity());
        debt -= paid;
        if (paid < layer.quantity()) {
            insert(layer.with(layer.quantity() - paid));
        }
    }

    private void insert(Layer layer) {
        int at = layers.size();
        while (at > 0 && layers.get(at - 1).receivedOn().isAfter(layer.receivedOn())) {
            at--;
        }
        if (at > 0 && layers.get(at - 1).joins(layer)) {
            layers.set(at - 1, layer.with(layer.quantity() + layers.get(at - 1).quantity()));
        } else {
            layers.add(at, layer);
        }
    }

    /**
     * Takes the oldest.
     *
     * @return the day the first of them came, none when there was nothing
     */
    Optional<LocalDate> take(long quantity) {
        var oldest = layers.isEmpty() || quantity == 0
                ? Optional.<LocalDate>empty()
                : Optional.of(layers.get(0).receivedOn());
        long left = quantity;
        while (left > 0 && !layers.isEmpty()) {
            var first = layers.get(0);
            long taken = Math.min(left, first.quantity());
            left -= taken;
            if (taken == first.quantity()) {
                layers.remove(0);
            } else {
                layers.set(0, first.with(first.quantity() - taken));
            }
        }
        debt += left;
        return oldest;
    }
}
