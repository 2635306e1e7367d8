package io.dayclose.target.metric;

import io.dayclose.config.Company;
import io.dayclose.config.Home;
import io.dayclose.config.metric.Metric;
import io.dayclose.target.Scope;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Asks the database what a metric comes to. */
public final class MetricStore {
    /** The columns every metric's query must have. */
    public static final List<String> COLUMNS = List.of("scope_kind", "scope_code", "value");

    private static final Map<String, Scope.Kind> KINDS =
            Arrays.stream(Scope.Kind.values()).collect(Collectors.toMap(Scope.Kind::name, kind -> kind));

    private static final String SCORES = """
            SELECT scope_kind, scope_code, value FROM current_score
            WHERE period = DATE_FORMAT(:to, '%Y-%m') AND metric = :metric""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Metric> metrics;
    private final Company company;

    public MetricStore(JdbcTemplate jdbc, Home home) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.metrics = home.metrics();
        this.company = home.company();
    }

    /** The metric of a name: its file, else the score people send under it. */
    public Metric metric(String name) {
        return Optional.ofNullable(metrics.get(name)).orElseGet(() -> Metric.score(name));
    }

    /**
     * What a metric comes to over a span of days, both included; a score is the one of the month that the last day lies in.
     *
     * @throws Refusal when a row's scope is none, or comes twice
     */
    public MetricValues values(String name, LocalDate from, LocalDate to) {
        var metric = metric(name);
        var parameters = parameters(from, to, company);
        parameters.put("metric", name);
        var values = new TreeMap<Scope, BigDecimal>();
        jdbc.query(metric.isScore() ? SCORES : metric.sql(), parameters, (RowCallbackHandler)
                row -> put(metric, row, values));
        return new MetricValues(metric, values);
    }

    /** The parameters every metric's query may use; the scope, always the whole company, is for parts it shares with reports. */
    public static Map<String, @Nullable Object> parameters(LocalDate from, LocalDate to, Company company) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("scope_kind", "company");
        parameters.put("scope_code", null);
        parameters.put("currency", company.currency().getCurrencyCode());
        parameters.put("dead_after_days", company.stock().deadAfterDays());
        return parameters;
    }

    private static void put(Metric metric, ResultSet row, Map<Scope, BigDecimal> values) throws SQLException {
        var kind = row.getString("scope_kind");
        var code = row.getString("scope_code");
        var value = row.getBigDecimal("value");
        if (kind == null || !KINDS.containsKey(kind)) {
            throw Refusal.usage(
                    Problem.at(metric.file(), Message.METRIC_SCOPE, String.valueOf(kind), String.join(", ", names())));
        }
        if (value != null && values.put(Scope.of(kind, String.valueOf(code)), value) != null) {
            throw Refusal.usage(Problem.at(metric.file(), Message.METRIC_TWICE, kind, String.valueOf(code)));
        }
    }

    private static List<String> names() {
        return Arrays.stream(Scope.Kind.values()).map(Enum::name).toList();
    }
}
