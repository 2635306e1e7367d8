package io.dayclose.close;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.proof.Equations;
import io.dayclose.proof.Finding;
import io.dayclose.proof.Seals;
import io.dayclose.run.Work;
import io.dayclose.sums.SaleDays;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves the books: by seals that nobody but the program has written them, by equations and by summing again that they follow from the facts. */
public final class Proofs {
    /** Of each kind of facts the column that people compare; the others have none. */
    private static final Map<String, String> TOTALS = Map.ofEntries(
            Map.entry("expense", "amount"),
            Map.entry("receipt", "amount"),
            Map.entry("deposit_movement", "amount"),
            Map.entry("consignment_settlement", "amount"),
            Map.entry("remittance_line", "net"),
            Map.entry("remittance_statement", "net"),
            Map.entry("shipment", "cod_amount"),
            Map.entry("stock_movement", "quantity"),
            Map.entry("stock_count", "quantity"),
            Map.entry("stock_declared", "quantity"),
            Map.entry("target", "value"),
            Map.entry("score", "value"));

    private final Work work;
    private final SaleDays days;
    private final Seals seals;
    private final Equations equations;

    public Proofs(Work work) {
        this.work = work;
        var facts = new LinkedHashMap<String, String>();
        FeedCatalogue.delivered().names().forEach(feed -> facts.put(feed, TOTALS.getOrDefault(feed, "0")));
        days = new SaleDays(work.jdbc(), work.bulk(), work.home().sql(SaleDays.LINES));
        seals = new Seals(work.jdbc(), facts);
        equations = new Equations(new NamedParameterJdbcTemplate(work.jdbc()));
    }

    /** All that does not hold. Sums are made again in a transaction that is taken back. */
    public List<Finding> all(PlatformTransactionManager transactions) {
        var findings = new ArrayList<>(seals.broken());
        findings.addAll(equations.broken());
        var again = new TransactionTemplate(transactions);
        for (var day : days.summed()) {
            again.executeWithoutResult(status -> {
                status.setRollbackOnly();
                days.differences(day)
                        .forEach(each ->
                                findings.add(new Finding(each.table(), each.key(), each.expected(), each.found())));
            });
        }
        return findings;
    }

    /** What does not hold of a month's ledger. */
    public List<Finding> of(YearMonth month) {
        return Stream.concat(seals.brokenOf(month.toString()).stream(), equations.brokenOf(month.toString()).stream())
                .toList();
    }

    /** @throws Refusal when the ledger of a month is not what it was written as, or does not follow from its measures */
    public void require(YearMonth month) {
        require("month " + month, of(month));
    }

    /**
     * Seals what a night has written; must run in a transaction.
     *
     * @throws Refusal when what was sealed before has been changed
     */
    void sealNight(LocalDate night) {
        require("night " + night, seals.sealNight(night));
    }

    /** Seals how a date stands with its targets; must run in the transaction that writes it: a night may end before its day is closed. */
    public void sealTargets(LocalDate date) {
        seals.sealTargets(date);
    }

    /** Seals what is new in the books; must run in a transaction. */
    public void sealBooks() {
        seals.sealBooks();
    }

    /** @throws Refusal when a decision was changed by hand: it must not be acted on */
    public void requireDecisions() {
        require("decisions", seals.brokenDecisions());
    }

    private static void require(String what, List<Finding> findings) {
        if (!findings.isEmpty()) {
            var first = findings.get(0);
            throw Refusal.failed(Problem.at(
                    "prove",
                    Message.TOUCHED,
                    what,
                    first.table() + " " + first.what(),
                    first.expected(),
                    first.found(),
                    findings.size()));
        }
    }
}
