package io.dayclose.config.metric;

/**
 * A figure of the business, by scope and span of days: a query {@code sql/metric/NAME.sql} that returns scope_kind, scope_code and
 * value for {@code :from} and {@code :to} (both included) and may use {@code :currency}, the company's.
 *
 * @param unit what it is counted in, the file's line {@code -- unit: }; money when there is none
 * @param adds whether the figures of days add up to the month's, the file's line {@code -- adds: }; as a rule money and pieces do.
 *     Only such a metric's target is broken down to days and persons
 * @param sql the query, without a closing semicolon
 */
public record Metric(String name, Unit unit, boolean adds, String sql) {

    /** A mark that people send under a name of its own (feed {@code score}): no file, no query. */
    public static Metric score(String name) {
        return new Metric(name, Unit.POINTS, false, "");
    }

    public boolean isScore() {
        return sql.isEmpty();
    }

    /** Where its query stands, below the home. */
    public String file() {
        return "sql/metric/" + name + ".sql";
    }
}
