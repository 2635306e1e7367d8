package io.dayclose.config.bonus;

import io.dayclose.config.bonus.Curve.Point;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the points of a curve; they rise, and at most two of them stand above one x. */
final class CurveReader {
    private final Problems problems;

    CurveReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Curve> read(Values values, String key) {
        long before = problems.count();
        var points = new ArrayList<Point>();
        for (var node : values.nodes(key)) {
            point(node).ifPresent(point -> {
                follow(node, point, points);
                points.add(point);
            });
        }
        if (points.isEmpty() && values.node(key).isPresent() && problems.count() == before) {
            problems.add(values.place(key), Message.CURVE_POINT, "[]");
        }
        return problems.count() == before && !points.isEmpty() ? Optional.of(new Curve(points)) : Optional.empty();
    }

    private Optional<Point> point(Node node) {
        var numbers = Values.scalars(node);
        boolean decimals = numbers.stream().allMatch(text -> text.matches("-?\\d{1,15}(\\.\\d{1,9})?"));
        if (numbers.size() != 2 || decimals && numbers.get(1).startsWith("-")) {
            problems.add(node.place(), Message.CURVE_POINT, numbers);
        }
        return numbers.size() == 2 && decimals
                ? Optional.of(new Point(new BigDecimal(numbers.get(0)), new BigDecimal(numbers.get(1))))
                : Optional.empty();
    }

    private void follow(Node node, Point point, List<Point> before) {
        int count = before.size();
        if (count == 0) {
            return;
        }
        int rise = point.x().compareTo(before.get(count - 1).x());
        if (rise < 0) {
            problems.add(
                    node.place(),
                    Message.CURVE_ORDER,
                    count + 1,
                    point.x().toPlainString(),
                    count,
                    before.get(count - 1).x().toPlainString());
        } else if (rise == 0 && count > 1 && before.get(count - 2).x().compareTo(point.x()) == 0) {
            problems.add(node.place(), Message.CURVE_THRICE, point.x().toPlainString());
        }
    }
}
