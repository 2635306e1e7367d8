package io.dayclose.since;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Master data of a night that says something else of days gone by than was known: who was with us, and whose sales are counted where.
 * Names, addresses and accounts touch no day. Whoever is heard of for the first time touches none either: his facts have waited.
 */
final class MasterTouches {
    private static final String NEVER = "'9999-12-31'";
    private static final String ALWAYS = "'1000-01-01'";
    private static final String SINCE = """
            SELECT n.%1$s, %2$s AS since FROM %3$s n
            LEFT JOIN %3$s p ON p.%1$s = n.%1$s AND p.valid_from = n.valid_from AND p.version = n.version - 1
            WHERE n.night = ? AND (p.%1$s IS NOT NULL OR EXISTS (SELECT 1 FROM %3$s q WHERE q.%1$s = n.%1$s AND q.night < n.night))
            HAVING since <= ? ORDER BY 1, 2""";
    private static final String TARGETS = """
            SELECT CONCAT_WS(' ', period, metric, scope_code), STR_TO_DATE(CONCAT(period, '-01'), '%Y-%m-%d') AS since FROM target
            WHERE night = ? HAVING since <= ? ORDER BY 1""";

    private final JdbcTemplate jdbc;
    private final LocalDate night;

    MasterTouches(JdbcTemplate jdbc, LocalDate night) {
        this.jdbc = jdbc;
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
            return "CASE WHEN p.%s IS NULL OR NOT (%s) THEN n.valid_from ELSE LEAST(%s, %s) END"
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

    /** @param last the last date that was reported before */
    List<Touch> upTo(LocalDate last) {
        var touches = new ArrayList<Touch>();
        for (var master : MASTERS) {
            var sql = SINCE.formatted(master.code(), master.since(), master.feed());
            touched(sql, last).forEach(each -> touches.add(touch(master.feed(), each, sales(master, each, last))));
        }
        touched(TARGETS, last).forEach(each -> touches.add(touch("target", each, BigDecimal.ZERO)));
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

    private BigDecimal sales(Master master, Touched each, LocalDate last) {
        if (master.sums() == null) {
            return BigDecimal.ZERO;
        }
        var sql =
                "SELECT COALESCE(SUM(gross_amount - returned_amount), 0) FROM %1$s_day WHERE %1$s_code = ? AND business_date BETWEEN ? AND ?"
                        .formatted(master.sums());
        var sum = jdbc.queryForObject(sql, BigDecimal.class, each.code(), each.since(), last);
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
