package io.dayclose.cli;

import io.dayclose.config.Company.DataSourceSettings;
import io.dayclose.config.Report;
import io.dayclose.config.ReportScope;
import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.config.metric.Metric;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.inquiry.SharedCodes;
import io.dayclose.intake.fetch.FetchFailure;
import io.dayclose.intake.fetch.RemoteFolder;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.report.ReportQuery;
import io.dayclose.report.Scope;
import io.dayclose.run.Work;
import io.dayclose.target.metric.MetricStore;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import jakarta.mail.MessagingException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Tries what only the outside can tell: every query against its database, every connection, the mail server. */
final class OutsideCheck {
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Work work;
    private final List<Problem> problems = new ArrayList<>();

    OutsideCheck(Work work) {
        this.work = work;
    }

    List<Problem> problems() {
        work.home().reports().values().forEach(this::report);
        work.home().metrics().values().forEach(this::metric);
        work.home().company().dataSources().forEach(this::dataSource);
        work.home().feeds().forEach(this::server);
        payees();
        mail();
        return problems;
    }

    private void report(Report report) {
        var scope = new Scope(ReportScope.COMPANY, Optional.empty(), "");
        Stream.concat(report.kpis().stream(), report.sheets().stream()).forEach(sheet -> {
            var columns = columns(
                    work.dataSource(),
                    sheet.sql(),
                    ReportQuery.parameters(ANY_DAY, scope, work.home().company().stock()));
            if (!columns.isEmpty()) {
                sheet.columns().stream()
                        .map(Report.ReportColumn::field)
                        .filter(field -> !columns.contains(field))
                        .forEach(field -> problems.add(Problem.at(
                                "jobs-config/reports/" + report.name() + ".yml",
                                Message.COLUMN_NOT_IN_QUERY,
                                field,
                                "sql/" + sheet.sql(),
                                Nearest.to(field, columns))));
            }
        });
    }

    private void metric(Metric metric) {
        var path = metric.file().substring("sql/".length());
        var columns = columns(
                work.dataSource(),
                path,
                MetricStore.parameters(ANY_DAY, ANY_DAY, work.home().company()));
        MetricStore.COLUMNS.stream()
                .filter(column -> !columns.isEmpty() && !columns.contains(column))
                .forEach(column -> problems.add(Problem.at(
                        metric.file(),
                        Message.COLUMN_NOT_IN_QUERY,
                        column,
                        metric.file(),
                        Nearest.to(column, columns))));
    }

    private void payees() {
        SharedCodes.all(work.jdbc())
                .forEach(each ->
                        problems.add(Problem.at("master data", Message.CODE_OF_TWO_KINDS, each.code(), each.kinds())));
    }

    private void dataSource(String name, DataSourceSettings settings) {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10000");
        try (var connection = DriverManager.getConnection(settings.url(), properties)) {
            var source = new SingleConnectionDataSource(connection, true);
            for (var feed : work.home().feeds()) {
                if (feed.source() instanceof FeedSource.Query query
                        && query.dataSource().equals(name)) {
                    var found = columns(
                            source,
                            query.sql(),
                            Map.of("business_date", ANY_DAY, "since", LocalDateTime.of(2026, 1, 1, 0, 0)));
                    requireColumns(feed, query.sql(), found);
                }
            }
        } catch (SQLException down) {
            problems.add(Problem.at("jobs-config/company.yml", Message.DATA_SOURCE_SILENT, name, firstLine(down)));
        }
    }

    private void server(Feed feed) {
        try {
            RemoteFolder.probe(feed.source());
        } catch (FetchFailure down) {
            problems.add(Problem.at(
                    RemoteFolder.place(feed.source()).orElse(""),
                    Message.SERVER_SILENT,
                    feed.name(),
                    RemoteFolder.location(feed.source()).orElse(""),
                    down.why()));
        }
    }

    /** A query that lacks a column every record needs would leave the night without that feed. */
    private void requireColumns(Feed feed, String sql, List<String> found) {
        if (!found.isEmpty()) {
            var translator = Translator.of(feed, found, Locality.of(work.home().company()));
            translator
                    .missing()
                    .map(Column::name)
                    .or(translator::unnamed)
                    .ifPresent(
                            name -> problems.add(Problem.at("sql/" + sql, Message.HEADER_MISSING, name, feed.name())));
        }
    }

    /** The columns of a query, asked for without rows; empty and a problem when the database refuses it. */
    private List<String> columns(DataSource source, String sql, Map<String, @Nullable Object> parameters) {
        var query = "SELECT * FROM (\n" + ReportQuery.withoutEnd(work.home().sql(sql)) + "\n) checked LIMIT 0";
        try {
            ResultSetExtractor<List<String>> names = rows -> {
                var found = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    found.add(rows.getMetaData().getColumnLabel(i));
                }
                return found;
            };
            var found = new NamedParameterJdbcTemplate(source).query(query, parameters, names);
            return found == null ? List.of() : found;
        } catch (DataAccessException refused) {
            problems.add(Problem.at("sql/" + sql, Message.SQL_REFUSED, firstLine(refused.getMostSpecificCause())));
            return List.of();
        }
    }

    private void mail() {
        var smtp = work.smtp();
        if (smtp == null) {
            return;
        }
        try {
            smtp.testConnection();
        } catch (MessagingException down) {
            problems.add(Problem.at("mail", Message.MAIL_SERVER_DOWN, firstLine(down)));
        }
    }

    private static String firstLine(Throwable failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
