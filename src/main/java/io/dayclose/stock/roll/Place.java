package io.dayclose.stock.roll;

import java.util.Comparator;

/** One product at one outlet. */
record Place(String outlet, String product) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::outlet).thenComparing(Place::product);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
