package io.dayclose.bonus;

import io.dayclose.bonus.Assessment.Awarded;
import io.dayclose.bonus.Assessment.Barred;
import io.dayclose.bonus.Assessment.Incomplete;
import io.dayclose.bonus.TracedFigure.Kind;
import io.dayclose.config.bonus.Curve;
import io.dayclose.config.bonus.Gate;
import io.dayclose.config.bonus.ScoreLine;
import io.dayclose.config.bonus.ScoreLine.Against;
import io.dayclose.config.bonus.Scorecard;
import io.dayclose.money.Rounding;
import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One participant's scorecard (plans.md, "A bonus plan"): scores, total, gates, multiple, amount. */
final class ScorecardMonth {
    private static final int PERCENT = 2;

    private final Scorecard card;
    private final Participant participant;
    private final Figures figures;
    private final Scope scope;
    private final List<TracedFigure> readings = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    ScorecardMonth(Scorecard card, Participant participant, Scope scope, Figures figures) {
        this.card = card;
        this.participant = participant;
        this.scope = scope;
        this.figures = figures;
    }

    Assessment assess() {
        card.lines().forEach(this::read);
        card.gates().forEach(this::read);
        if (!missing.isEmpty()) {
            return new Incomplete(participant, List.copyOf(readings), List.copyOf(missing));
        }
        var total = total();
        var multiple = Interpolation.at(card.amount().multiple(), Ratio.of(total));
        return card.gates().stream()
                .filter(gate -> gate.broken(value(gate)).isPresent())
                .findFirst()
                .<Assessment>map(gate -> new Barred(
                        participant,
                        List.copyOf(readings),
                        Optional.of(total),
                        Optional.of(multiple),
                        gate,
                        value(gate)))
                .orElseGet(() -> awarded(total, multiple));
    }

    private Awarded awarded(BigDecimal total, Ratio multiple) {
        var amount = multiple.times(card.amount().base()).rounded(2);
        return new Awarded(
                participant,
                List.copyOf(readings),
                Optional.of(total),
                Optional.of(multiple),
                amount,
                amount.signum() == 0 ? "SCORE_TOO_LOW" : "");
    }

    /** Σ weight × score ÷ 100 of the rounded scores, rounded to 2 decimals. */
    private BigDecimal total() {
        var sum = readings.stream()
                .filter(reading -> reading.kind() == Kind.SCORE)
                .map(reading ->
                        reading.weight().orElseThrow().multiply(reading.result().orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Rounding.to(sum.movePointLeft(PERCENT), 2);
    }

    private void read(ScoreLine line) {
        var actual = actual(line.metric());
        var target = line.against() == Against.TARGET ? target(line.metric()) : Optional.<BigDecimal>empty();
        var x = line.against() == Against.TARGET
                ? actual.flatMap(
                        value -> target.filter(goal -> goal.signum() > 0).map(goal -> new Ratio(value, goal)))
                : actual.map(Ratio::of);
        readings.add(new TracedFigure(
                Kind.SCORE,
                line.metric(),
                scope,
                rule(line.curve()),
                Optional.of(line.weight()),
                actual,
                target,
                x.map(at -> Interpolation.at(line.curve(), at).rounded(2))));
    }

    private void read(Gate gate) {
        readings.add(new TracedFigure(
                Kind.GATE,
                gate.metric(),
                scope,
                rule(gate),
                Optional.empty(),
                actual(gate.metric()),
                Optional.empty(),
                Optional.empty()));
    }

    private BigDecimal value(Gate gate) {
        return figures.actual(gate.metric(), scope).orElseThrow();
    }

    private Optional<BigDecimal> actual(String metric) {
        var actual = figures.actual(metric, scope);
        if (actual.isEmpty()) {
            miss(Missing.What.METRIC, metric);
        }
        return actual;
    }

    /** Nothing can be attained of a target that is not above 0. */
    private Optional<BigDecimal> target(String metric) {
        var target = figures.target(metric, scope);
        if (target.isEmpty()) {
            miss(Missing.What.TARGET, metric);
        } else if (target.get().signum() <= 0) {
            miss(Missing.What.TARGET_NOT_ABOVE_0, metric);
        }
        return target;
    }

    private void miss(Missing.What what, String metric) {
        missing.add(new Missing(what, metric, scope));
    }

    private static String rule(Curve curve) {
        return curve.points().stream()
                .map(point -> "[" + point.x().toPlainString() + ", " + point.y().toPlainString() + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String rule(Gate gate) {
        var least = gate.atLeast().map(limit -> "at-least: " + limit.toPlainString());
        var most = gate.atMost().map(limit -> "at-most: " + limit.toPlainString());
        return least.map(limit -> most.map(other -> limit + ", " + other).orElse(limit))
                .or(() -> most)
                .orElse("");
    }
}
