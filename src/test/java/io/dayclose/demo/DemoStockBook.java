package io.dayclose.demo;

import io.dayclose.demo.DemoProducts.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has how much of what on which day: whatever moves stock is noted here, so that people can count what is there. */
final class DemoStockBook {
    private final Map<Place, List<Entry>> sold = new HashMap<>();
    private final Map<Place, List<Entry>> moved = new HashMap<>();

    record Place(int outlet, Product product) {}

    private record Entry(LocalDate day, long quantity) {}

    /** @param quantity negative for what a customer brings back */
    void sell(Place place, LocalDate day, long quantity) {
        sold.computeIfAbsent(place, each -> new ArrayList<>()).add(new Entry(day, quantity));
    }

    /** @param quantity negative for what leaves */
    void move(Place place, LocalDate day, long quantity) {
        moved.computeIfAbsent(place, each -> new ArrayList<>()).add(new Entry(day, quantity));
    }

    /** Sold less brought back, up to the end of a day. */
    long sold(Place place, LocalDate until) {
        return sum(sold, place, until);
    }

    long onHand(Place place, LocalDate until) {
        return sum(moved, place, until) - sold(place, until);
    }

    private static long sum(Map<Place, List<Entry>> entries, Place place, LocalDate until) {
        return entries.getOrDefault(place, List.of()).stream()
                .filter(entry -> !entry.day().isAfter(until))
                .mapToLong(Entry::quantity)
                .sum();
    }
}
