package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code show} prints. The column names are read by other people's scripts and never change. */
enum Shown {
    FEEDS("""
            SELECT feed, night AS business_date, name AS source, read_count AS `read`, accepted, corrected, duplicate, waiting, returned, refused,
                   read_amount AS amount_read, accepted_amount AS amount_accepted
            FROM feed_source WHERE night BETWEEN ? AND ? AND state <> 'EMPTY' ORDER BY feed, night, source_id""", false),
    VOUCHERS("""
            SELECT v.feed, s.name AS source, v.source_line AS line, v.voucher_key AS `key`, v.decision, v.reason, v.column_name AS `column`,
                   v.value, v.first_seen, v.branch_code
            FROM voucher v LEFT JOIN feed_source s ON s.source_id = v.source_id
            WHERE v.decision IN ('RETURNED', 'REFUSED') AND v.first_seen <= ? AND (v.resolved_on IS NULL OR v.resolved_on > ?)
            ORDER BY v.feed, v.first_seen, v.source_id, v.source_line, v.voucher_id""", true),
    MAIL("""
            SELECT o.report, o.scope_code AS scope, o.business_date, o.revision,
                   GROUP_CONCAT(m.recipient ORDER BY m.recipient SEPARATOR ';') AS recipients,
                   CASE WHEN SUM(m.state <> 'SENT') = 0 THEN 'SENT' ELSE MAX(CASE WHEN m.state <> 'SENT' THEN m.state END) END AS state,
                   MAX(m.sent_at) AS sent_at, o.digest
            FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.business_date BETWEEN ? AND ?
            GROUP BY o.outbox_id, o.report, o.scope_code, o.business_date, o.revision, o.digest
            ORDER BY o.report, o.business_date, o.scope_code, o.revision""", false);

    private final String sql;
    private final boolean atEnd;

    /** @param atEnd whether the rows are those that stood at the end of the span, rather than those that fall into it */
    Shown(String sql, boolean atEnd) {
        this.sql = sql;
        this.atEnd = atEnd;
    }

    LocalDate lastDate(JdbcTemplate jdbc) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "SELECT MAX(business_date) FROM job_run WHERE state = 'COMPLETED'", LocalDate.class))
                .orElse(LocalDate.EPOCH);
    }

    Rows query(JdbcTemplate jdbc, DateSpan span) {
        return rows(jdbc, sql, atEnd ? span.to() : span.from(), span.to());
    }

    /** The rows of a query with its column names. */
    static Rows rows(JdbcTemplate jdbc, String sql, Object... parameters) {
        var rows = jdbc.query(
                sql,
                result -> {
                    var columns = new ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        columns.add(result.getMetaData().getColumnLabel(i));
                    }
                    var found = new Rows(columns);
                    while (result.next()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            row.add(plain(result.getObject(i)));
                        }
                        found.add(row);
                    }
                    return found;
                },
                parameters);
        return rows == null ? new Rows(List.of()) : rows;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDateTime || value instanceof Timestamp
                ? value.toString().replace('T', ' ').replaceFirst("\\.0$", "")
                : value;
    }
}
