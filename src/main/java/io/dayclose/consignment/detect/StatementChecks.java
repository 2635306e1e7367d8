package io.dayclose.consignment.detect;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.StatementState;
import io.dayclose.consignment.arrive.StatementFees;
import io.dayclose.consignment.store.BreakStore;
import io.dayclose.consignment.store.BreakStore.Scope;
import io.dayclose.consignment.store.RoundStores;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges a carrier's statements: does each add up, begin where the last one ended, reach the bank, and come at all. */
public final class StatementChecks {
    private static final Set<StatementState> FOOTED = EnumSet.of(StatementState.FOOTED, StatementState.BANK_CONFIRMED);

    private final RoundStores stores;
    private final List<Finding> found = new ArrayList<>();

    public StatementChecks(RoundStores stores) {
        this.stores = stores;
    }

    /** Carriers that have sent anything or owe anything. */
    public List<String> carriers() {
        var all = new TreeSet<>(
                stores.jdbc().queryForList("SELECT DISTINCT carrier_code FROM carrier_statement", String.class));
        all.addAll(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT debtor FROM receivable WHERE is_open = 1 AND kind <> 'CONSIGNMENT_SETTLEMENT'",
                        String.class));
        all.addAll(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT debtor FROM break_item WHERE is_open = 1 AND scope = 'STATEMENT'",
                        String.class));
        return List.copyOf(all);
    }

    /** Wide: a row of {@code carrier_statement}. */
    private record Paper(
            String number,
            LocalDate from,
            LocalDate to,
            LocalDate payBy,
            LocalDate graceUntil,
            BigDecimal net,
            @Nullable BigDecimal opening,
            @Nullable BigDecimal closing,
            BigDecimal payable,
            BigDecimal received,
            StatementState state,
            BigDecimal fault,
            String faultWhy,
            BigDecimal toleranceRefused,
            LocalDate since) {}

    /** Must run in a transaction. */
    public void judge(String carrier) {
        judge(carrier, true);
    }

    /** When carriers could not be asked: what did not come cannot be missed. Must run in a transaction. */
    public void judgeUnasked(String carrier) {
        judge(carrier, false);
    }

    private void judge(String carrier, boolean told) {
        found.clear();
        stores.jdbc().update("""
                UPDATE carrier_statement SET state = IF(payable = received, 'BANK_CONFIRMED', 'FOOTED')
                WHERE carrier_code = ? AND state IN ('FOOTED', 'BANK_CONFIRMED') AND (state = 'BANK_CONFIRMED') <> (payable = received)""", carrier);
        var papers = papers(carrier);
        Paper before = null;
        for (var paper : papers) {
            itself(carrier, paper);
            if (FOOTED.contains(paper.state())) {
                bank(carrier, paper);
                carried(carrier, paper, before);
                before = paper;
            }
        }
        if (told) {
            missing(carrier, papers);
        }
        found.addAll(new StatementFees(stores).of(carrier));
        stores.breaks().follow(standing(carrier, told), found, Scope.STATEMENT);
    }

    /** While carriers could not be asked, what was missing stays missing. */
    private List<BreakStore.Standing> standing(String carrier, boolean told) {
        return told ? stores.breaks().ofStatements(carrier) : stores.breaks().ofStatementsThatCame(carrier);
    }

    /** Whether it adds up, and whether its tolerance was refused. */
    private void itself(String carrier, Paper paper) {
        if (!paper.faultWhy().isEmpty()) {
            var why = Why.of("AS_IS", paper.faultWhy());
            found.add(new Finding(BreakType.FOOTING, carrier, paper.number(), paper.fault(), paper.since(), why));
        }
        var refused = paper.toleranceRefused();
        if (refused.signum() > 0) {
            var why = Why.of("TOLERANCE_CAP", refused);
            found.add(new Finding(BreakType.TOLERANCE_CAP, carrier, paper.number(), refused, paper.since(), why));
        }
    }

    private List<Paper> papers(String carrier) {
        return stores.jdbc().query("""
                SELECT statement_no, period_from, period_to, pay_by, grace_until, net, opening, closing, payable, received, state, fault, fault_why,
                       tolerance_refused, since
                FROM carrier_statement WHERE carrier_code = ? ORDER BY period_from, period_to, statement_no""", (row, n) -> paper(row), carrier);
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                StatementState.valueOf(row.getString(11)),
                row.getBigDecimal(12),
                row.getString(13),
                row.getBigDecimal(14),
                row.getObject(15, LocalDate.class));
    }

    private void bank(String carrier, Paper paper) {
        var gap = paper.payable().subtract(paper.received());
        boolean late = paper.received().signum() != 0 || paper.graceUntil().isBefore(stores.asOf());
        if (gap.signum() != 0 && late) {
            var twice = twice(carrier, paper);
            var why = twice.isEmpty()
                    ? Why.of("BANK_GAP", paper.payable(), paper.received(), paper.payBy())
                    : Why.of("BANK_GAP_TWICE", paper.payable(), paper.received(), paper.payBy(), twice);
            found.add(new Finding(BreakType.BANK_GAP, carrier, paper.number(), gap.abs(), paper.payBy(), why));
        }
    }

    /** The waybills of lines that were stated twice and paid once. */
    private String twice(String carrier, Paper paper) {
        return String.join(
                ", ",
                stores.jdbc()
                        .queryForList(
                                "SELECT DISTINCT waybill FROM statement_line WHERE carrier_code = ? AND statement_no = ? AND uncovered <> 0 ORDER BY waybill",
                                String.class,
                                carrier,
                                paper.number()));
    }

    /** The first one of a carrier has nothing to begin with. */
    private void carried(String carrier, Paper paper, @Nullable Paper before) {
        var ended = ended(before);
        var opening = paper.opening();
        boolean told =
                opening != null || ended.filter(amount -> amount.signum() != 0).isPresent();
        if (ended.isEmpty() || !told) {
            return;
        }
        var began = opening == null ? BigDecimal.ZERO : opening;
        var difference = began.subtract(ended.get());
        if (difference.signum() != 0) {
            var why = Why.of("CARRY_MISMATCH", began, ended.get());
            found.add(new Finding(
                    BreakType.CARRY_MISMATCH, carrier, paper.number(), difference.abs(), paper.since(), why));
        }
    }

    /** What a statement ends with: as it says, else what it could not pay back. */
    private static Optional<BigDecimal> ended(@Nullable Paper paper) {
        if (paper == null) {
            return Optional.empty();
        }
        var opening =
                paper.opening() == null ? BigDecimal.ZERO : paper.opening().min(BigDecimal.ZERO);
        var owed = paper.net().add(opening);
        return Optional.ofNullable(paper.closing()).or(() -> owed.signum() < 0 ? Optional.of(owed) : Optional.empty());
    }

    /** Cycles whose pay day is over, with parcels to be paid and no statement. */
    private void missing(String carrier, List<Paper> papers) {
        stores.jdbc()
                .query(
                        """
                SELECT cycle, MIN(due_on), SUM(gross + adjusted - settled - written_off), currency FROM receivable
                WHERE is_open = 1 AND debtor = ? AND kind <> 'CONSIGNMENT_SETTLEMENT' AND cycle <> '' AND due_on < ? GROUP BY cycle, currency""",
                        row -> {
                            missing(carrier, row, papers);
                        },
                        carrier,
                        stores.asOf());
    }

    private void missing(String carrier, ResultSet row, List<Paper> papers) throws SQLException {
        var name = row.getString(1);
        var due = row.getObject(2, LocalDate.class);
        boolean covered = papers.stream().anyMatch(paper -> covers(carrier, paper, name));
        if (!covered && row.getBigDecimal(3).signum() > 0) {
            found.add(new Finding(
                    BreakType.STATEMENT_MISSING,
                    carrier,
                    missed(carrier, name, due, row.getString(4)),
                    row.getBigDecimal(3),
                    due,
                    Why.of("STATEMENT_MISSING", name, due)));
        }
    }

    /** What is owed in another currency than the agreed one is missed by itself: amounts of two are never added. */
    private String missed(String carrier, String cycle, LocalDate due, String currency) {
        var agreed = stores.expectation(carrier).agreement(due).currency();
        return carrier + " " + cycle + (currency.equals(agreed) ? "" : " " + currency);
    }

    /** Whether one of its days falls into the cycle. */
    private boolean covers(String carrier, Paper paper, String cycle) {
        for (var day = paper.from(); !day.isAfter(paper.to()); ) {
            var of = stores.expectation(carrier).agreement(day).cycles().of(day);
            if (of.name().equals(cycle)) {
                return true;
            }
            day = of.to().plusDays(1);
        }
        return false;
    }
}
