package io.dayclose.report;

import io.dayclose.config.Company.StockNorms;
import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.config.Report.Sheet;
import io.dayclose.database.Streaming;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Runs the query of a sheet and hands its rows over one by one, in an order that is always the same. */
public final class ReportQuery {
    private final NamedParameterJdbcTemplate jdbc;

    public ReportQuery(DataSource dataSource) {
        var streaming = Streaming.of(dataSource);
        jdbc = new NamedParameterJdbcTemplate(streaming);
    }

    /** The parameters every report query may use; from and to are the month so far, the others what the company calls little and much. */
    public static Map<String, @Nullable Object> parameters(LocalDate date, Scope scope, StockNorms stock) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("business_date", date);
        parameters.put("from", date.withDayOfMonth(1));
        parameters.put("to", date);
        parameters.put("scope_kind", scope.kind().text());
        parameters.put("scope_code", scope.parameter());
        parameters.put("few_days", stock.fewDays());
        parameters.put("many_days", stock.manyDays());
        parameters.put("dead_after_days", stock.deadAfterDays());
        return parameters;
    }

    public void rows(
            Sheet sheet, String sql, Map<String, @Nullable Object> parameters, Consumer<@Nullable Object[]> use) {
        jdbc.query(ordered(sheet, sql), parameters, (RowCallbackHandler) row -> use.accept(values(sheet, row)));
    }

    /** Whether a query has any row at all. */
    public boolean hasRows(String sql, Map<String, @Nullable Object> parameters) {
        var any = jdbc.query(
                "SELECT 1 FROM (\n" + withoutEnd(sql) + "\n) any_row LIMIT 1", parameters, (ResultSetExtractor<Boolean>)
                        ResultSet::next);
        return Boolean.TRUE.equals(any);
    }

    /** The wanted order first, then every column, so that equal rows never change places. */
    static String ordered(Sheet sheet, String sql) {
        var wanted = sheet.sort().stream()
                .map(field -> field.startsWith("-") ? "`" + field.substring(1) + "` DESC" : "`" + field + "`");
        var all = sheet.columns().stream().map(column -> "`" + column.field() + "`");
        return "SELECT * FROM (\n" + withoutEnd(sql) + "\n) report_rows ORDER BY "
                + Stream.concat(wanted, all).collect(Collectors.joining(", "));
    }

    /** The query without a closing semicolon. */
    public static String withoutEnd(String sql) {
        return sql.strip().replaceFirst(";\\s*$", "");
    }

    private static @Nullable Object[] values(Sheet sheet, ResultSet row) throws SQLException {
        var values = new Object[sheet.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(sheet.columns().get(i), row);
        }
        return values;
    }

    private static @Nullable Object value(ReportColumn column, ResultSet row) throws SQLException {
        return row.getObject(column.field(), javaType(column.type()));
    }

    private static Class<?> javaType(CellType type) {
        return switch (type) {
            case TEXT, CODE, LINK -> String.class;
            case INTEGER, DURATION -> Long.class;
            case MONEY, NUMBER, PRICE, PERCENT -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalDateTime.class;
        };
    }
}
