package io.dayclose.config.bonus;

import java.util.List;

/**
 * Scores by weight, and what their total is worth (plans.md, "A bonus plan").
 *
 * @param lines weights that add up to 100
 * @param gates each must hold, else nothing is paid
 */
public record Scorecard(List<ScoreLine> lines, List<Gate> gates, Amount amount) implements BonusMethod {

    public Scorecard {
        lines = List.copyOf(lines);
        gates = List.copyOf(gates);
    }
}
