package io.dayclose.consignment.store;

import io.dayclose.consignment.Expectation;
import io.dayclose.database.BulkWriter;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a round writes to, as of its date. */
public final class RoundStores {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Agreements agreements;
    private final Round round;
    private final EntryStore entries;

    public RoundStores(JdbcTemplate jdbc, BulkWriter bulk, Agreements agreements, Round round) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.agreements = agreements;
        this.round = round;
        entries = new EntryStore(bulk, round, new OpenCycles(jdbc, agreements::cycleAfter));
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public BulkWriter bulk() {
        return bulk;
    }

    public Agreements agreements() {
        return agreements;
    }

    public Round round() {
        return round;
    }

    public LocalDate asOf() {
        return round.asOf();
    }

    public Expectation expectation(String carrier) {
        return agreements.expectation(carrier);
    }

    public EntryStore entries() {
        return entries;
    }

    /** Movements that a decision of people brings. */
    public EntryStore entries(long decision) {
        var by = new Round(round.id(), round.runId(), round.asOf(), round.before(), decision);
        return new EntryStore(bulk, by, new OpenCycles(jdbc, agreements::cycleAfter));
    }

    public ReceivableStore receivables() {
        return new ReceivableStore(jdbc, bulk);
    }

    public LineStore lines() {
        return new LineStore(jdbc, bulk);
    }

    public SuspenseStore suspense() {
        return new SuspenseStore(jdbc, bulk, asOf());
    }

    public BreakStore breaks() {
        return new BreakStore(jdbc, agreements.language(), round);
    }

    public DueWaybills waybills() {
        return new DueWaybills(jdbc, bulk);
    }
}
