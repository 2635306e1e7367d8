package io.dayclose.commission;

import io.dayclose.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What everybody has earned by a night, computed by the statements of {@code second/*.sql} alone. */
final class SecondCalculation implements AutoCloseable {
    private static final List<String> SCRIPTS = List.of("2-lines", "3-earned", "4-accounts");
    private static final List<String> PLANS = List.of(
            "own-sales",
            "dealer-handset",
            "dealer-accessory",
            "handset-unit",
            "technician",
            "outlet-capped",
            "brand-hot",
            "brand-any",
            "housing",
            "store-fixed",
            "campus",
            "accessory-seller",
            "team",
            "rent");
    private static final String AMOUNTS = "earned, adjusted, clawed, held, forfeited";
    private static final String KEY = "CONCAT_WS(' ', plan, origin_month, payee_kind, payee_code)";

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private final Map<YearMonth, LocalDate> closed = new TreeMap<>();

    private final List<String> planRows;

    /** @param planRows statements for plans besides those of {@code second/plans} */
    SecondCalculation(TestDatabase database, List<String> planRows) {
        this.planRows = planRows;
        connection = new SingleConnectionDataSource(database.url(), "root", "", true);
        jdbc = new JdbcTemplate(connection);
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /** The plans' files by name, as a home has them. */
    static Map<String, String> plans() {
        return PLANS.stream().collect(Collectors.toMap(name -> name + ".yml", name -> text("plans/" + name + ".yml")));
    }

    /** What is known by this night stands for the month; what comes later is an adjustment. */
    void close(YearMonth month, LocalDate night) {
        closed.put(month, night);
    }

    /** The accounts in which something stands, as seen on a business date. */
    Map<String, String> accounts(LocalDate businessDate) {
        give("second_today (business_date DATE)", List.of("'" + businessDate + "'"));
        give(
                "second_close (month VARCHAR(7), night DATE)",
                closed.entrySet().stream()
                        .map(each -> "'%s', '%s'".formatted(each.getKey(), each.getValue()))
                        .toList());
        give(
                "second_month (month VARCHAR(7), first_day DATE, next_day DATE)",
                months(businessDate).stream()
                        .map(each -> "'%s', '%s', '%s'"
                                .formatted(
                                        each, each.atDay(1), each.plusMonths(1).atDay(1)))
                        .toList());
        run("1-plans");
        planRows.forEach(jdbc::execute);
        SCRIPTS.forEach(this::run);
        return read("SELECT " + KEY + ", " + AMOUNTS + " FROM second_account");
    }

    /** What is payable to each payee by origin month, as computed last. */
    Map<String, Map<YearMonth, BigDecimal>> payable() {
        var payable = new HashMap<String, Map<YearMonth, BigDecimal>>();
        jdbc.query(
                "SELECT CONCAT_WS(' ', payee_kind, payee_code), origin_month, SUM(earned + adjusted + clawed - held - forfeited)"
                        + " FROM second_account GROUP BY payee_kind, payee_code, origin_month",
                row -> {
                    payable.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                            .put(YearMonth.parse(row.getString(2)), row.getBigDecimal(3));
                });
        return payable;
    }

    /** How the program has settled a month. */
    Map<String, String> settled(YearMonth month) {
        return read(
                "SELECT CONCAT_WS(' ', month, payee_kind, payee_code), opening, payable, net, paid, carried FROM settlement"
                        + " WHERE month = '" + month + "'");
    }

    /** The program's own targets. */
    Map<String, String> targets() {
        return read("SELECT " + KEY + ", " + AMOUNTS + " FROM account_month");
    }

    /** What the program's ledger comes to. */
    Map<String, String> posted() {
        var sum = "SUM(CASE WHEN type IN (%s) THEN amount WHEN type IN (%s) THEN -amount ELSE 0 END)";
        return read("SELECT " + KEY + ", " + sum.formatted("'EARN', 'SUBSIDY'", "''") + ", "
                + sum.formatted("'ADJUST'", "''") + ", " + sum.formatted("'CLAWBACK'", "''") + ", "
                + sum.formatted("'HOLD'", "'RELEASE', 'FORFEIT'") + ", " + sum.formatted("'FORFEIT'", "''")
                + " FROM ledger GROUP BY plan, origin_month, payee_kind, payee_code");
    }

    private static List<YearMonth> months(LocalDate businessDate) {
        var last = YearMonth.from(businessDate);
        return Stream.iterate(YearMonth.from(InventedCompany.FIRST), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(last))
                .toList();
    }

    private void give(String table, List<String> rows) {
        var name = table.substring(0, table.indexOf(' '));
        jdbc.execute("DROP TABLE IF EXISTS " + name);
        jdbc.execute("CREATE TABLE " + table + " DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin");
        rows.forEach(row -> jdbc.execute("INSERT INTO " + name + " VALUES (" + row + ")"));
    }

    private void run(String script) {
        for (var statement : text(script + ".sql").split(";\\R")) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
    }

    private static String text(String file) {
        var path = "/second/" + file;
        try (var in = Objects.requireNonNull(SecondCalculation.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Accounts by name; those where nothing stands are left out. */
    private Map<String, String> read(String sql) {
        var accounts = new HashMap<String, String>();
        jdbc.query(sql, row -> {
            var amounts = new StringBuilder();
            boolean something = false;
            for (int i = 2; i <= 6; i++) {
                var amount = row.getBigDecimal(i).setScale(2);
                something |= amount.signum() != 0;
                amounts.append(' ').append(amount.toPlainString());
            }
            if (something) {
                accounts.put(row.getString(1), amounts.substring(1));
            }
        });
        return accounts;
    }
}
