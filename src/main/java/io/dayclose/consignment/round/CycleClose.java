package io.dayclose.consignment.round;

import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.config.carrier.Cycles.Cycle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Closes carriers' cycles whose days of grace are over: each is rolled forward once and never changes; what comes later for it
 * stands in the next open one, with the cycle it belongs to.
 */
public final class CycleClose {
    private final JdbcTemplate jdbc;
    private final Collection<Carrier> carriers;

    public CycleClose(JdbcTemplate jdbc, Collection<Carrier> carriers) {
        this.jdbc = jdbc;
        this.carriers = carriers;
    }

    /** Carriers with something to close as of a date, in the order of their codes. */
    public List<String> due(LocalDate asOf) {
        return carriers.stream()
                .filter(carrier -> next(carrier, asOf).isPresent())
                .map(Carrier::code)
                .sorted()
                .toList();
    }

    /** Closes all of a carrier's that are due; must run in a transaction. */
    public void close(String code, LocalDate asOf) {
        carriers.stream().filter(carrier -> carrier.code().equals(code)).forEach(carrier -> {
            for (var cycle = next(carrier, asOf); cycle.isPresent(); cycle = next(carrier, asOf)) {
                withEarlier(code, cycle.get()).forEach(name -> close(code, name, asOf));
            }
        });
    }

    /** The first cycle that is not closed, when its grace is over. */
    private Optional<Cycle> next(Carrier carrier, LocalDate asOf) {
        return start(carrier.code()).flatMap(day -> carrier.on(day)
                .map(agreement -> agreement.cycles().of(day))
                .filter(cycle -> cycle.payBy()
                        .plusDays(carrier.on(day).orElseThrow().graceDays())
                        .isBefore(asOf)));
    }

    private Optional<LocalDate> start(String code) {
        var closed = date("SELECT MAX(cycle_to) FROM closed_cycle WHERE debtor = ?", code);
        return closed.map(last -> last.plusDays(1)).or(() -> date("""
                SELECT MIN(day) FROM (SELECT MIN(status_on) AS day FROM receivable WHERE debtor = ? AND status <> 'SHIPPED'
                    UNION ALL SELECT MIN(period_from) FROM carrier_statement WHERE carrier_code = ?) d""", code, code));
    }

    private Optional<LocalDate> date(String sql, Object... values) {
        @Nullable LocalDate found = jdbc.queryForObject(sql, LocalDate.class, values);
        return Optional.ofNullable(found);
    }

    /** Another kind of cycle that was agreed before may have left some that end by then: they are closed with it, in their order. */
    private List<String> withEarlier(String code, Cycle cycle) {
        var names = new ArrayList<>(jdbc.queryForList("""
                SELECT DISTINCT e.cycle FROM receivable_entry e LEFT JOIN closed_cycle c ON c.debtor = e.debtor AND c.cycle = e.cycle
                WHERE e.debtor = ? AND e.cycle <> '' AND e.cycle <> ? AND c.cycle IS NULL""", String.class, code, cycle.name()));
        names.removeIf(name -> Cycles.days(name).to().isAfter(cycle.to()));
        names.add(cycle.name());
        return names.stream().sorted(Cycles.ORDER).toList();
    }

    private void close(String code, String cycle, LocalDate asOf) {
        jdbc.update("""
                INSERT INTO rollforward (debtor, cycle, currency, opening, added, adjusted, settled, tolerated, written_off, reversed, closing)
                SELECT debtor, ?, currency, opening, added, adjusted, settled, tolerated, written_off, reversed,
                       opening + added + adjusted - settled - tolerated - written_off - reversed
                FROM (SELECT debtor, currency, SUM(opening) AS opening, SUM(IF(what = 'GROSS', amount, 0)) AS added, SUM(IF(what = 'ADJUST', amount, 0)) AS adjusted,
                             SUM(IF(what IN ('LINE', 'SUSPENSE', 'RECEIPT'), amount, 0)) AS settled, SUM(IF(what = 'TOLERANCE', amount, 0)) AS tolerated,
                             SUM(IF(what = 'WRITE_OFF', amount, 0)) AS written_off, SUM(IF(what IN ('REVERSAL', 'CREDIT'), amount, 0)) AS reversed
                      FROM (SELECT debtor, currency, closing AS opening, '' AS what, 0 AS amount FROM rollforward
                            WHERE debtor = ? AND cycle = (SELECT cycle FROM closed_cycle WHERE debtor = ? ORDER BY cycle_to DESC, cycle_from DESC LIMIT 1)
                            UNION ALL SELECT debtor, currency, 0, what, amount FROM receivable_entry WHERE debtor = ? AND cycle = ?) m
                      GROUP BY debtor, currency) s""", cycle, code, code, code, cycle);
        jdbc.update(
                "INSERT INTO closed_cycle (debtor, cycle, cycle_from, cycle_to, closed_as_of) VALUES (?, ?, ?, ?, ?)",
                code,
                cycle,
                Cycles.days(cycle).from(),
                Cycles.days(cycle).to(),
                asOf);
    }
}
