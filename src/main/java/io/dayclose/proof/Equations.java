package io.dayclose.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Figures that can be had in two ways and must be the same in both; each query answers with those that are not, and both figures. */
public final class Equations {
    /** Of a month's ledger, and all others. */
    private static final List<String> LEDGER = List.of("measure_total", "account_month", "account_measure", "decision");

    private static final List<String> OTHERS = List.of(
            "receivable",
            "statement_line",
            "suspense",
            "carrier_statement",
            "recon_total",
            "break_item",
            "counted_card",
            "discount_share",
            "stock_variance",
            "consigned_sale",
            "stock_day",
            "stock_cell",
            "stock_sold",
            "stock_moved");

    private final NamedParameterJdbcTemplate jdbc;

    public Equations(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that do not hold, of all months. */
    public List<Finding> broken() {
        var broken = new ArrayList<>(brokenOf(""));
        OTHERS.forEach(name -> broken.addAll(broken(name, "")));
        return broken;
    }

    /** Those of the ledger of a month; of all months when it is empty. */
    public List<Finding> brokenOf(String month) {
        var broken = new ArrayList<Finding>();
        LEDGER.forEach(name -> broken.addAll(broken(name, month)));
        return broken;
    }

    private List<Finding> broken(String name, String month) {
        var broken = new ArrayList<Finding>();
        RowCallbackHandler each = row -> broken.add(
                new Finding(name, row.getString(1), plain(row.getBigDecimal(2)), plain(row.getBigDecimal(3))));
        jdbc.query(sql(name), Map.of("month", month), each);
        return broken;
    }

    private static String plain(BigDecimal figure) {
        return figure.toPlainString();
    }

    private static String sql(String name) {
        try (var file = Objects.requireNonNull(Equations.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
