package io.dayclose.bonus.store;

import io.dayclose.bonus.Figures;
import io.dayclose.bonus.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What a month came to: metrics by their queries, all else by the scores people gave, and the targets that were set. Each
 * metric is asked once.
 */
public final class FactFigures implements Figures {
    /** Current values of a month; a correction is a newer version. */
    private static final String FACTS = """
            SELECT f.scope_kind, f.scope_code, f.value FROM %1$s f
            LEFT JOIN %1$s n ON n.period = f.period AND n.metric = f.metric AND n.scope_kind = f.scope_kind
                 AND n.scope_code = f.scope_code AND n.version = f.version + 1
            WHERE n.period IS NULL AND f.period = :period AND f.metric = :metric""";

    private final NamedParameterJdbcTemplate jdbc;
    private final YearMonth month;
    private final Function<String, Optional<String>> queries;
    private final Map<String, Map<String, BigDecimal>> actuals = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> targets = new HashMap<>();

    /** @param queries the text of a metric's query, by the metric's name */
    public FactFigures(JdbcTemplate jdbc, YearMonth month, Function<String, Optional<String>> queries) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = month;
        this.queries = queries;
    }

    @Override
    public Optional<BigDecimal> actual(String metric, Scope scope) {
        var values = actuals.computeIfAbsent(
                metric, name -> read(queries.apply(name).orElse(FACTS.formatted("score")), name));
        return Optional.ofNullable(values.get(scope.toString()));
    }

    @Override
    public Optional<BigDecimal> target(String metric, Scope scope) {
        var values = targets.computeIfAbsent(metric, name -> read(FACTS.formatted("target"), name));
        return Optional.ofNullable(values.get(scope.toString()));
    }

    private Map<String, BigDecimal> read(String sql, String metric) {
        var values = new HashMap<String, BigDecimal>();
        jdbc.query(
                sql,
                Map.of(
                        "from",
                        month.atDay(1),
                        "to",
                        month.atEndOfMonth(),
                        "period",
                        month.toString(),
                        "metric",
                        metric),
                (RowCallbackHandler) row -> {
                    var value = row.getBigDecimal("value");
                    if (value != null) {
                        values.put(row.getString("scope_kind") + " " + row.getString("scope_code"), value);
                    }
                });
        return values;
    }
}
