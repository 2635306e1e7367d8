package io.dayclose.stock.roll;

import java.util.Comparator;

/** One product at one outlet. */
record Place(String outlet, String product) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::outlet).thenComparing(Place::product);

    /** Codes are mostly numbered through; without the factor many outlets and products would share a hash, and maps be slow. */
    @Override
    public int hashCode() {
        return outlet.hashCode() * 0x9E3779B1 ^ product.hashCode();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
