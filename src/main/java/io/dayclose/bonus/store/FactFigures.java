package io.dayclose.bonus.store;

import io.dayclose.bonus.Figures;
import io.dayclose.config.Home;
import io.dayclose.target.Scope;
import io.dayclose.target.metric.MetricStore;
import io.dayclose.target.metric.MetricValues;
import io.dayclose.target.night.TargetStore;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a month came to: metrics and scores, and the targets that were given. Each metric is asked once. */
public final class FactFigures implements Figures {
    private final MetricStore metrics;
    private final YearMonth month;
    private final Map<String, Map<Scope, BigDecimal>> targets;
    private final Map<String, MetricValues> actuals = new HashMap<>();

    public FactFigures(JdbcTemplate jdbc, Home home, YearMonth month) {
        metrics = new MetricStore(jdbc, home);
        this.month = month;
        targets = new TargetStore(jdbc).given(month);
    }

    /** Who has sold nothing has sold 0; who has no score has none. */
    @Override
    public Optional<BigDecimal> actual(String metric, Scope scope) {
        return actuals.computeIfAbsent(metric, name -> metrics.values(name, month.atDay(1), month.atEndOfMonth()))
                .of(scope);
    }

    @Override
    public Optional<BigDecimal> target(String metric, Scope scope) {
        return Optional.ofNullable(targets.getOrDefault(metric, Map.of()).get(scope));
    }
}
