package io.dayclose.target.night;

import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads the targets that were given, and who stands below whom. */
public final class TargetStore {
    private final JdbcTemplate jdbc;

    public TargetStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The targets given for a month, by metric and scope. */
    public Map<String, Map<Scope, BigDecimal>> given(YearMonth month) {
        var given = new TreeMap<String, Map<Scope, BigDecimal>>();
        jdbc.query(
                """
                SELECT t.metric, t.scope_kind, t.scope_code, t.value
                FROM current_target t WHERE t.period = ? ORDER BY t.scope_code""",
                (RowCallbackHandler) row -> given.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                        .put(Scope.of(row.getString(2), row.getString(3)), row.getBigDecimal(4)),
                month.toString());
        return given;
    }

    /** Whether people have ever sent a score of this name. */
    boolean hasScore(String name) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM score WHERE metric = ?)", Boolean.class, name));
    }

    /**
     * Somebody and who stands above him.
     *
     * @param here whether he is there on the day: an open outlet, a person in service
     */
    record Below(Scope scope, Scope parent, boolean here) {}

    /** Branches, outlets and the persons of outlets that a month's targets are broken down to, as they stand on a day of it. */
    List<Below> below(LocalDate day) {
        var first = day.withDayOfMonth(1);
        var below = new ArrayList<Below>();
        jdbc.query(
                """
                SELECT 'BRANCH', branch_code, 'COMPANY', 'COMPANY', TRUE
                FROM branch_dated WHERE valid_from <= ? AND valid_until > ?
                UNION ALL
                SELECT 'OUTLET', outlet_code, 'BRANCH', branch_code, closed_on IS NULL OR closed_on >= ?
                FROM outlet_dated WHERE valid_from <= ? AND valid_until > ?
                    AND (opened_on IS NULL OR opened_on <= ?) AND (closed_on IS NULL OR closed_on >= ?)
                UNION ALL
                SELECT 'PERSON', person_code, 'OUTLET', outlet_code, left_on IS NULL OR left_on >= ?
                FROM person_dated WHERE valid_from <= ? AND valid_until > ?
                    AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on >= ?) AND outlet_code <> ''""",
                (RowCallbackHandler) row -> below.add(new Below(
                        Scope.of(row.getString(1), row.getString(2)),
                        Scope.of(row.getString(3), row.getString(4)),
                        row.getBoolean(5))),
                day,
                day,
                day,
                day,
                day,
                day,
                first,
                day,
                day,
                day,
                day,
                first);
        return below;
    }
}
