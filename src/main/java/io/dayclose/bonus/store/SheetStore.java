package io.dayclose.bonus.store;

import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.BonusStatement.Line;
import io.dayclose.bonus.Missing;
import io.dayclose.bonus.TracedFigure;
import io.dayclose.target.Scope;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Keeps sheets for good: a sheet is written once and never changed. */
final class SheetStore {
    private final JdbcTemplate jdbc;

    SheetStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A sheet with its number; the same figures again are the sheet that is there. */
    long keep(BonusStatement sheet, LocalDateTime at, long last) {
        boolean same = jdbc.queryForList("SELECT digest FROM bonus_sheet WHERE sheet_id = ?", String.class, last)
                .contains(sheet.digest());
        return same ? last : write(sheet, at);
    }

    private long write(BonusStatement sheet, LocalDateTime at) {
        long id = head(sheet, at);
        jdbc.batchUpdate(
                "INSERT INTO bonus_figure (sheet_id, person_code, role, score, multiple, amount, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
                sheet.lines().stream().map(line -> figure(id, line)).toList());
        jdbc.batchUpdate(
                """
                INSERT INTO bonus_reading (sheet_id, person_code, nth, kind, metric, scope_kind, scope_code, rule, weight, actual, target, result)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                sheet.lines().stream()
                        .flatMap(line ->
                                IntStream.range(0, line.readings().size()).mapToObj(nth -> reading(id, line, nth)))
                        .toList());
        return id;
    }

    private long head(BonusStatement sheet, LocalDateTime at) {
        var key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var statement = connection.prepareStatement(
                            "INSERT INTO bonus_sheet (bonus, month, made_at, missing, digest) VALUES (?, ?, ?, ?, ?)",
                            new String[] {"sheet_id"});
                    statement.setString(1, sheet.bonus());
                    statement.setString(2, sheet.month().toString());
                    statement.setObject(3, at);
                    statement.setString(
                            4, sheet.missing().stream().map(Missing::toString).collect(Collectors.joining(", ")));
                    statement.setString(5, sheet.digest());
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private static Object[] figure(long id, Line line) {
        return new Object[] {
            id,
            line.person(),
            line.role(),
            line.score().orElse(null),
            line.multiple().orElse(null),
            line.amount(),
            line.reason()
        };
    }

    private static Object[] reading(long id, Line line, int nth) {
        var reading = line.readings().get(nth);
        return new Object[] {
            id,
            line.person(),
            nth,
            reading.kind().name(),
            reading.metric(),
            reading.scope().kind().name(),
            reading.scope().code(),
            reading.rule(),
            reading.weight().orElse(null),
            reading.actual().orElse(null),
            reading.target().orElse(null),
            reading.result().orElse(null)
        };
    }

    /** A sheet as it was kept. What it lacks stands in its lines' reasons only: one that lacks something is never frozen. */
    BonusStatement load(long id, String bonus, YearMonth month) {
        var readings = readings(id);
        var lines = jdbc.query(
                "SELECT person_code, role, score, multiple, amount, reason FROM bonus_figure WHERE sheet_id = ?",
                (row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getBigDecimal(3)),
                        Optional.ofNullable(row.getBigDecimal(4)),
                        row.getBigDecimal(5),
                        row.getString(6),
                        readings.getOrDefault(row.getString(1), List.of())),
                id);
        return new BonusStatement(bonus, month, lines, List.of());
    }

    private Map<String, List<TracedFigure>> readings(long id) {
        var found = new HashMap<String, List<TracedFigure>>();
        jdbc.query(
                """
                SELECT person_code, kind, metric, scope_kind, scope_code, rule, weight, actual, target, result
                FROM bonus_reading WHERE sheet_id = ? ORDER BY person_code, nth""",
                (RowCallbackHandler) row -> found.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new TracedFigure(
                                TracedFigure.Kind.valueOf(row.getString(2)),
                                row.getString(3),
                                Scope.of(row.getString(4), row.getString(5)),
                                row.getString(6),
                                Optional.ofNullable(row.getBigDecimal(7)),
                                Optional.ofNullable(row.getBigDecimal(8)),
                                Optional.ofNullable(row.getBigDecimal(9)),
                                Optional.ofNullable(row.getBigDecimal(10)))),
                id);
        return found;
    }
}
