package io.dayclose.bonus;

import io.dayclose.config.bonus.Curve;
import io.dayclose.config.bonus.Curve.Point;

/**
 * Reads a curve: linear between its points, flat outside; of two points with one x, a vertical step, the later one holds at x.
 */
final class Interpolation {
    private Interpolation() {}

    /** The exact height of the curve above x. */
    static Ratio at(Curve curve, Ratio x) {
        var points = curve.points();
        int reached = -1;
        while (reached + 1 < points.size()
                && Ratio.of(points.get(reached + 1).x()).compareTo(x) <= 0) {
            reached++;
        }
        if (reached < 0) {
            return Ratio.of(points.get(0).y());
        }
        return reached == points.size() - 1
                ? Ratio.of(points.get(reached).y())
                : between(points.get(reached), points.get(reached + 1), x);
    }

    /** y0 + (y1 − y0) × (x − x0) ÷ (x1 − x0), over one common denominator. */
    private static Ratio between(Point from, Point to, Ratio x) {
        var width = to.x().subtract(from.x()).multiply(x.under());
        var done = x.over().subtract(from.x().multiply(x.under()));
        var height = to.y().subtract(from.y());
        return new Ratio(from.y().multiply(width).add(height.multiply(done)), width);
    }
}
