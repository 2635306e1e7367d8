package io.dayclose.bonus;

import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Figures written down by hand: {@code actual("BRANCH B01", "net-amount", "1100000")}. */
final class TestFigures implements Figures {
    private final Map<String, BigDecimal> actuals = new HashMap<>();
    private final Map<String, BigDecimal> targets = new HashMap<>();

    TestFigures actual(String scope, String metric, String value) {
        actuals.put(scope + " " + metric, new BigDecimal(value));
        return this;
    }

    TestFigures target(String scope, String metric, String value) {
        targets.put(scope + " " + metric, new BigDecimal(value));
        return this;
    }

    TestFigures without(String scope, String metric) {
        actuals.remove(scope + " " + metric);
        return this;
    }

    @Override
    public Optional<BigDecimal> actual(String metric, Scope scope) {
        return Optional.ofNullable(actuals.get(scope + " " + metric));
    }

    @Override
    public Optional<BigDecimal> target(String metric, Scope scope) {
        return Optional.ofNullable(targets.get(scope + " " + metric));
    }

    static Scope branch(String code) {
        return Scope.of("BRANCH", code);
    }
}
