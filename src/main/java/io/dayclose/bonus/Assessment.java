package io.dayclose.bonus;

import io.dayclose.config.bonus.Gate;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a bonus comes to for one participant, in the company's currency, with all figures it was worked out from. */
public sealed interface Assessment {
    Participant participant();

    List<TracedFigure> readings();

    /** The printed total of a scorecard, 2 decimals. */
    default Optional<BigDecimal> score() {
        return Optional.empty();
    }

    /** What the total multiplies the base by; the amount comes from the exact one. */
    default Optional<Ratio> multiple() {
        return Optional.empty();
    }

    /** In whole fen. */
    default BigDecimal amount() {
        return Rounding.NO_FEN;
    }

    /** Why it is nothing; empty when it is something. */
    String reason();

    /** Worked out; nothing may still be what it comes to. */
    record Awarded(
            Participant participant,
            List<TracedFigure> readings,
            Optional<BigDecimal> score,
            Optional<Ratio> multiple,
            BigDecimal amount,
            String reason)
            implements Assessment {}

    /** A gate is not met: nothing is paid, whatever the score. */
    record Barred(
            Participant participant,
            List<TracedFigure> readings,
            Optional<BigDecimal> score,
            Optional<Ratio> multiple,
            Gate gate,
            BigDecimal value)
            implements Assessment {
        /** Both figures, such as {@code GATE_UNMET expense-ratio 1.10 > 1.05}. */
        @Override
        public String reason() {
            var limit = gate.broken(value).orElseThrow();
            return "GATE_UNMET " + gate.metric() + " " + value.toPlainString()
                    + (value.compareTo(limit) > 0 ? " > " : " < ") + limit.toPlainString();
        }
    }

    /** A figure is missing. */
    record Incomplete(Participant participant, List<TracedFigure> readings, List<Missing> missing)
            implements Assessment {
        @Override
        public String reason() {
            return "INCOMPLETE " + missing.stream().map(Missing::toString).collect(Collectors.joining(", "));
        }
    }
}
