package io.dayclose.config.bonus;

import java.math.BigDecimal;
import java.util.List;

/**
 * Points with rising x; of two with one x, a step, the later one holds there.
 *
 * @param points at least one
 */
public record Curve(List<Point> points) {

    public Curve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve must have a point");
        }
    }

    /** Where the curve passes. */
    public record Point(BigDecimal x, BigDecimal y) {}
}
