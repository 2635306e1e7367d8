package io.dayclose.consignment.round;

import io.dayclose.config.Home;
import io.dayclose.consignment.arrive.Arrivals.Nights;
import io.dayclose.consignment.store.Agreements;
import io.dayclose.consignment.store.Round;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.database.BulkWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens rounds of reconciling, one after the other; books only move forward. */
public final class Rounds {
    /** Feeds that reconciliation hangs on. */
    private static final String FEEDS =
            "('shipment', 'remittance_statement', 'remittance_line', 'consignment_settlement', 'receipt', 'stock_movement')";

    /** Raised whenever the same facts would be matched differently. */
    private static final String RULES = "1";

    private static final String SELECT = """
            SELECT r.recon_id, r.run_id, r.as_of, (SELECT MAX(b.as_of) FROM recon_run b WHERE b.recon_id < r.recon_id AND b.state = 'PUBLISHED')
            FROM recon_run r""";

    private final JdbcTemplate jdbc;
    private final Home home;

    Rounds(JdbcTemplate jdbc, Home home) {
        this.jdbc = jdbc;
        this.home = home;
    }

    /**
     * A round that is open.
     *
     * @param nights whose facts may be new
     * @param statementsTold whether carriers' statements could come at all: what was not asked for cannot be missed
     */
    record Begun(Round round, Nights nights, boolean statementsTold, boolean agreementsChanged) {}

    Begun begin(LocalDate date, long runId) {
        var round = open(date, runId).orElseGet(() -> insert(date, runId));
        var nights = new TreeSet<>(jdbc.queryForList("""
                SELECT DISTINCT s.night FROM feed_source s WHERE s.source_id > (SELECT COALESCE(MAX(last_source), 0) FROM recon_run WHERE state = 'PUBLISHED')
                AND s.feed IN\s""" + FEEDS, LocalDate.class));
        nights.add(date);
        var skipped = skipped(nights);
        jdbc.update("UPDATE recon_run SET skipped = ? WHERE recon_id = ?", String.join(", ", skipped), round.id());
        var rules = jdbc.queryForList(
                "SELECT rules FROM recon_run WHERE state = 'PUBLISHED' ORDER BY recon_id DESC LIMIT 1", String.class);
        boolean changed = rules.stream().anyMatch(before -> !before.equals(rules()));
        return new Begun(round, new Nights(List.copyOf(nights)), skipped.isEmpty(), changed);
    }

    /** The one that was cut off: what it has moved is in the books, so a later run goes on with it and proves it with its own. */
    private Optional<Round> open(LocalDate date, long runId) {
        jdbc.update("""
                UPDATE recon_run SET run_id = ?, as_of = GREATEST(as_of, ?), rules = ?, last_source = COALESCE((SELECT MAX(source_id) FROM feed_source), 0)
                WHERE state = 'OPEN' AND run_id <> ?""", runId, date, rules(), runId);
        return jdbc.query(SELECT + " WHERE r.state = 'OPEN' ORDER BY r.recon_id DESC LIMIT 1", Rounds::round).stream()
                .findFirst();
    }

    private Round insert(LocalDate date, long runId) {
        jdbc.update("""
                INSERT INTO recon_run (run_id, as_of, last_source, rules, state)
                SELECT ?, GREATEST(?, COALESCE((SELECT MAX(as_of) FROM recon_run), ?)), COALESCE((SELECT MAX(source_id) FROM feed_source), 0), ?, 'OPEN'""", runId, date, date, rules());
        return latest();
    }

    /** The version of the rules, and what is agreed: when either changes, what is open is judged again. */
    private String rules() {
        return RULES + " "
                + Integer.toHexString(new TreeMap<>(home.carriers()).toString().hashCode());
    }

    private Round latest() {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject(SELECT + " ORDER BY r.recon_id DESC LIMIT 1", Rounds::round));
    }

    private static Round round(ResultSet row, int n) throws SQLException {
        var asOf = row.getObject(3, LocalDate.class);
        var before = row.getObject(4, LocalDate.class);
        return new Round(row.getLong(1), row.getLong(2), asOf, before == null ? asOf : before, 0);
    }

    /** Feeds of these nights whose source was down. */
    private List<String> skipped(java.util.Collection<LocalDate> nights) {
        var dates = new ArrayList<Object>(nights);
        return jdbc.queryForList(
                "SELECT DISTINCT feed FROM feed_source WHERE state = 'SKIPPED' AND feed IN " + FEEDS + " AND "
                        + new Nights(List.copyOf(nights)).in("night"),
                String.class,
                dates.toArray());
    }

    RoundStores stores(BulkWriter bulk, Round round) {
        var company = home.company();
        var agreements = new Agreements(
                home.carriers(), company.zone(), company.currency().getCurrencyCode(), company.language());
        return new RoundStores(jdbc, bulk, agreements, round);
    }
}
