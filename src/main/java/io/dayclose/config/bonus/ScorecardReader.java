package io.dayclose.config.bonus;

import io.dayclose.config.bonus.ScoreLine.Against;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a scorecard: what is scored, which gates must hold and what the total is worth. */
final class ScorecardReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Values version;
    private final Problems problems;
    private final CurveReader curves;

    ScorecardReader(Values version, Problems problems) {
        this.version = version;
        this.problems = problems;
        curves = new CurveReader(problems);
    }

    Optional<BonusMethod> read() {
        long before = problems.count();
        var lines = version.nodes("scorecard").stream()
                .map(Values::of)
                .flatMap(line -> line(line).stream())
                .toList();
        var gates = version.nodes("gates").stream()
                .map(Values::of)
                .flatMap(gate -> gate(gate).stream())
                .toList();
        var amount = amount(version.in("amount"));
        if (problems.count() == before) {
            checkWeights(lines);
        }
        return problems.count() == before ? amount.map(worth -> new Scorecard(lines, gates, worth)) : Optional.empty();
    }

    private Optional<ScoreLine> line(Values line) {
        var curve = curves.read(line, "curve");
        var weight = line.decimal("weight");
        return curve.isEmpty() || weight.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScoreLine(
                        line.text("metric", ""),
                        weight.get(),
                        line.text("against", "").equals("value") ? Against.VALUE : Against.TARGET,
                        curve.get()));
    }

    private void checkWeights(List<ScoreLine> lines) {
        var sum = lines.stream().map(ScoreLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            problems.add(
                    version.place("scorecard"),
                    Message.WEIGHTS_SUM,
                    sum.toPlainString(),
                    sum.subtract(WHOLE).toPlainString());
        }
    }

    private Optional<Gate> gate(Values gate) {
        var least = gate.decimal("at-least");
        var most = gate.decimal("at-most");
        if (least.isEmpty() && most.isEmpty()) {
            problems.add(gate.place("metric"), Message.GATE_WITHOUT_LIMIT, gate.text("metric", ""));
            return Optional.empty();
        }
        return Optional.of(new Gate(gate.text("metric", ""), least, most));
    }

    private Optional<Amount> amount(Values amount) {
        var multiple = curves.read(amount, "multiple");
        return amount.decimal("base").flatMap(base -> multiple.map(curve -> new Amount(base, curve)));
    }
}
