package io.dayclose.since;

import io.dayclose.calendar.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Master data of a night that says something else of days gone by than was known: who was with us, and whose sales are counted where.
 * Names, addresses and accounts touch no day. Whoever is heard of for the first time touches none either: his facts have waited.
 */
final class MasterTouches {
    private static final String NEVER = "'9999-12-31'";
    private static final String ALWAYS = "'1000-01-01'";
    /** Compared with what was in force then as far as was known before the night: a new row that changes only a name changes nothing. */
    private static final String SINCE = """
            SELECT n.%1$s, %2$s AS since FROM %3$s n
            LEFT JOIN %3$s p ON p.%1$s = n.%1$s
                AND p.valid_from = (SELECT MAX(q.valid_from) FROM %3$s q WHERE q.%1$s = n.%1$s AND q.valid_from <= n.valid_from AND q.night < n.night)
                AND p.version = (SELECT MAX(q.version) FROM %3$s q WHERE q.%1$s = n.%1$s AND q.valid_from = p.valid_from AND q.night < n.night)
            WHERE n.night = ? AND EXISTS (SELECT 1 FROM %3$s q WHERE q.%1$s = n.%1$s AND q.night < n.night)
            HAVING since <= ? ORDER BY 1, 2""";

    private static final String SALES = """
            SELECT %1$s_code, business_date, SUM(gross_amount - returned_amount) FROM %1$s_day
            WHERE business_date BETWEEN :first AND :last AND %1$s_code IN (:codes) GROUP BY %1$s_code, business_date""";
    private static final int CODES_AT_ONCE = 1000;
    private static final String TARGETS = """
            SELECT CONCAT_WS(' ', period, metric, scope_code), STR_TO_DATE(CONCAT(period, '-01'), '%Y-%m-%d') AS since FROM target
            WHERE night = ? HAVING since <= ? ORDER BY 1""";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final LocalDate night;

    MasterTouches(JdbcTemplate jdbc, LocalDate night) {
        this.jdbc = jdbc;
        named = new NamedParameterJdbcTemplate(jdbc);
        this.night = night;
    }

    /**
     * A feed of master data.
     *
     * @param figures what decides where sales are counted
     * @param begin the first day with us
     * @param end the last day with us
     * @param sums where net sales are found by its code
     */
    private record Master(
            String feed,
            String figures,
            @Nullable String begin,
            @Nullable String end,
            @Nullable String sums) {
        String code() {
            return feed + "_code";
        }

        String since() {
            var other = Arrays.stream(figures.split(" "))
                    .map(column -> "p.%s <=> n.%s".formatted(column, column))
                    .collect(Collectors.joining(" AND "));
            return "CASE WHEN p.%s IS NULL OR NOT (%s) THEN n.valid_from ELSE GREATEST(n.valid_from, LEAST(%s, %s)) END"
                    .formatted(code(), other, edge(begin, ALWAYS, 0), edge(end, NEVER, 1));
        }

        /** From which day on another first, or last, day makes a difference. */
        private static String edge(@Nullable String column, String none, int days) {
            return column == null
                    ? NEVER
                    : "IF(p.%1$s <=> n.%1$s, %2$s, LEAST(COALESCE(p.%1$s, %3$s), COALESCE(n.%1$s, %3$s)) + INTERVAL %4$d DAY)"
                            .formatted(column, NEVER, none, days);
        }
    }

    private static final List<Master> MASTERS = List.of(
            new Master("person", "branch_code outlet_code role manager_code", "joined_on", "left_on", "seller"),
            new Master("outlet", "branch_code channel dealer_code", "opened_on", "closed_on", "outlet"),
            new Master("dealer", "branch_code", "contract_from", "contract_to", null),
            new Master("product", "category manufacturer kind", null, null, "product"));

    /** A change and the first day it touches. */
    record Touch(LocalDate since, DayChange change) {}

    /** @param reported the first and the last date that was reported before */
    List<Touch> of(DateSpan reported) {
        var touches = new ArrayList<Touch>();
        for (var master : MASTERS) {
            var sql = SINCE.formatted(master.code(), master.since(), master.feed());
            var touched = touched(sql, reported.to());
            var sales = sales(master, touched, reported);
            touched.forEach(each -> touches.add(touch(master.feed(), each, sales.apply(each))));
        }
        touched(TARGETS, reported.to()).forEach(each -> touches.add(touch("target", each, BigDecimal.ZERO)));
        return touches;
    }

    private record Touched(String code, LocalDate since) {}

    private List<Touched> touched(String sql, LocalDate last) {
        return jdbc.query(
                sql, (row, n) -> new Touched(row.getString(1), LocalDate.parse(row.getString(2))), night, last);
    }

    private static Touch touch(String feed, Touched each, BigDecimal sales) {
        return new Touch(each.since(), new DayChange(feed, DayChange.Kind.MASTER, each.code(), 1, sales));
    }

    /** What each has sold since; asked once for many, as the days' sums are found by their date only. */
    private Function<Touched, BigDecimal> sales(Master master, List<Touched> touched, DateSpan reported) {
        var days = new HashMap<String, TreeMap<LocalDate, BigDecimal>>();
        if (master.sums() != null) {
            var codes = touched.stream().map(Touched::code).distinct().toList();
            for (int from = 0; from < codes.size(); from += CODES_AT_ONCE) {
                var some = codes.subList(from, Math.min(codes.size(), from + CODES_AT_ONCE));
                named.query(
                        SALES.formatted(master.sums()),
                        Map.of("first", reported.from(), "last", reported.to(), "codes", some),
                        row -> {
                            days.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                                    .put(row.getObject(2, LocalDate.class), row.getBigDecimal(3));
                        });
            }
        }
        return each -> days.getOrDefault(each.code(), new TreeMap<>()).tailMap(each.since(), true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
