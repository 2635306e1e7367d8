package io.dayclose.config.bonus;

import io.dayclose.config.bonus.Distribution.By;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a pool and how it is divided. */
final class PoolReader {
    private final Values version;
    private final Problems problems;

    PoolReader(Values version, Problems problems) {
        this.version = version;
        this.problems = problems;
    }

    Optional<BonusMethod> read(Participants participants) {
        long before = problems.count();
        var pool = version.in("pool");
        var distribute = version.in("distribute");
        var weights = weights(distribute.in("role-weight"));
        if (problems.count() == before) {
            check(distribute, weights, participants);
        }
        var per = pool.text("per", "").equals("branch") ? ScopeKind.BRANCH : ScopeKind.OUTLET;
        return problems.count() > before
                ? Optional.empty()
                : pool.decimal("percent")
                        .map(percent ->
                                new Pool(per, percent, pool.text("of", ""), new Distribution(weights, by(distribute))));
    }

    private static By by(Values distribute) {
        return Stream.of(By.values())
                .filter(by -> by.metric().equals(distribute.text("by", "")))
                .findFirst()
                .orElse(By.EQUAL);
    }

    private Map<String, BigDecimal> weights(Values written) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        written.map(Values::scalar).keySet().forEach(role -> {
            var weight = written.decimal(role).orElse(BigDecimal.ZERO);
            if (weight.signum() <= 0) {
                problems.add(written.place(role), Message.ROLE_WITHOUT_WEIGHT, role);
            }
            weights.put(role, weight);
        });
        return weights;
    }

    /** Who takes part has a weight, and who has a weight takes part. */
    private void check(Values distribute, Map<String, BigDecimal> weights, Participants participants) {
        participants.roles().stream()
                .filter(role -> !weights.containsKey(role))
                .forEach(role -> problems.add(distribute.place("role-weight"), Message.ROLE_WITHOUT_WEIGHT, role));
        weights.keySet().stream()
                .filter(role -> !participants.roles().contains(role))
                .forEach(role -> problems.add(
                        distribute.in("role-weight").place(role),
                        Message.UNKNOWN_REFERENCE,
                        role,
                        Nearest.to(role, participants.roles())));
    }
}
