package io.dayclose.consignment.reconcile;

import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.consignment.Expectation;
import io.dayclose.consignment.Line;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.store.BreakStore;
import io.dayclose.consignment.store.EntryStore;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.OpenCycles;
import io.dayclose.consignment.store.ReceivableStore;
import io.dayclose.consignment.store.Round;
import io.dayclose.consignment.store.SuspenseStore;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.text.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What all tasks of a round work with. */
final class Desk {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final House house;
    private final Round round;
    private final EntryStore entries;

    /** What the company has configured. */
    record House(Map<String, Carrier> carriers, ZoneId zone, String currency, Language language) {
        Expectation expectation(String carrier) {
            return new Expectation(carrier, Optional.ofNullable(carriers.get(carrier)), zone, currency);
        }
    }

    Desk(JdbcTemplate jdbc, BulkWriter bulk, House house, Round round) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.house = house;
        this.round = round;
        entries = new EntryStore(bulk, round, new OpenCycles(jdbc, this::cycleAfter));
    }

    private String cycleAfter(String debtor, LocalDate lastDay) {
        var next = lastDay.plusDays(1);
        return house.expectation(debtor).agreement(next).cycles().of(next).name();
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    BulkWriter bulk() {
        return bulk;
    }

    House house() {
        return house;
    }

    Round round() {
        return round;
    }

    LocalDate asOf() {
        return round.asOf();
    }

    Expectation expectation(String carrier) {
        return house.expectation(carrier);
    }

    EntryStore entries() {
        return entries;
    }

    /** Movements that a decision of people brings. */
    EntryStore entries(long decision) {
        var by = new Round(round.id(), round.runId(), round.asOf(), round.before(), decision);
        return new EntryStore(bulk, by, new OpenCycles(jdbc, this::cycleAfter));
    }

    ReceivableStore receivables() {
        return new ReceivableStore(jdbc, bulk);
    }

    LineStore lines() {
        return new LineStore(jdbc, bulk);
    }

    SuspenseStore suspense() {
        return new SuspenseStore(jdbc, bulk, asOf());
    }

    BreakStore breaks() {
        return new BreakStore(jdbc, house.language(), round);
    }

    /** Marks a waybill to be matched again, also when it was only to be judged. */
    void due(String carrier, String waybill) {
        jdbc.update(
                "INSERT INTO recon_due (carrier_code, waybill) VALUES (?, ?) ON DUPLICATE KEY UPDATE stage = 0",
                carrier,
                waybill);
    }

    /** Marks a parcel to be made from its shipment and matched again: what a lost one is claimed for hangs on what has come. */
    void anew(Receivable item) {
        if (item.kind() == ReceivableKind.CONSIGNMENT_SETTLEMENT) {
            return;
        }
        jdbc.update("""
                INSERT INTO recon_due (carrier_code, waybill, shipment) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE stage = 0, shipment = VALUES(shipment)""", item.debtor(), item.normal(), item.subject());
    }

    /** Marks carriers' waybills to be matched again; a shipment that is due with one stays so. */
    void due(Set<List<String>> carriersAndWaybills) {
        var rows = new BulkRows("recon_due", List.of("carrier_code", "waybill"));
        carriersAndWaybills.forEach(each -> rows.add(each.get(0), each.get(1)));
        bulk.insertNew(rows);
    }

    /** Marks a waybill to be judged again, without matching it. */
    void judge(String carrier, String waybill) {
        jdbc.update("INSERT IGNORE INTO recon_due (carrier_code, waybill, stage) VALUES (?, ?, 1)", carrier, waybill);
    }

    /**
     * Joins a table's rows with the waybills that are due: the end of a query, for a carrier and from one waybill to another.
     *
     * @param stage 0 for those to be matched, 1 for those to be judged
     */
    static String ofDue(String carrierColumn, String waybillColumn, int stage) {
        return " JOIN recon_due d ON d.carrier_code = %s AND d.waybill = %s WHERE d.carrier_code = ? AND d.waybill BETWEEN ? AND ? AND d.stage = %d"
                .formatted(carrierColumn, waybillColumn, stage);
    }

    /** A statement's line asks for tolerance, or does not any more: it is decided for all of the statement together. */
    void askTolerance(Line.Stated stated) {
        jdbc.update(
                "UPDATE carrier_statement SET checks = 1 WHERE carrier_code = ? AND statement_no = ?",
                stated.carrier(),
                stated.statement());
    }

    /** Cash stands in the later of the cycles of what was owed and of the statement that has paid it. */
    String cycle(Receivable owed, String paid) {
        var home = home(owed);
        return Stream.of(home, paid)
                .filter(each -> !each.isEmpty())
                .max(Cycles.ORDER)
                .orElse("");
    }

    /** The cycle a receivable's own movements belong to: of its delivery, else of what became of it; none on its way. */
    String home(Receivable item) {
        if (!item.due().cycle().isEmpty() || !item.isDue()) {
            return item.due().cycle();
        }
        var day = item.track().statusOn();
        return expectation(item.debtor()).agreement(day).cycles().of(day).name();
    }
}
