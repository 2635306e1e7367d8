package io.dayclose.commission.measure;

import io.dayclose.commission.AccountMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.period.IntakeMark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a month's lines would come to under a draft plan, as if it had been in force and the month were open; keeps nothing. */
public final class DraftMeasures {
    private final JdbcTemplate jdbc;
    private final PlanRules rules;

    public DraftMeasures(JdbcTemplate jdbc, PlanRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    public Map<Account, AccountMonth> of(YearMonth month, String plan) {
        var found = new HashMap<Account, AccountMonth>();
        days(month).forEach(day -> new DayReading(
                        new SoldLines(jdbc),
                        new CountedCards(jdbc, rules.askForCards()),
                        new DayReading.Day(day, IntakeMark.NEVER),
                        rules)
                .measures()
                .cells()
                .forEach((cell, sums) -> {
                    if (cell.account().plan().equals(plan) && cell.origin().equals(month)) {
                        found.computeIfAbsent(cell.account(), any -> new AccountMonth())
                                .add(
                                        cell.bucket(),
                                        Sums.all(sums).measures(),
                                        Sums.all(sums).lines());
                    }
                }));
        return found;
    }

    /** The month's days, and later ones on which its sales were taken back. */
    private Stream<LocalDate> days(YearMonth month) {
        List<LocalDate> later =
                jdbc.queryForList("""
                SELECT DISTINCT n.business_date FROM noted_sale n
                JOIN sale r ON r.doc_no = n.doc_no AND r.line_no = n.line_no AND r.version = n.version
                JOIN sale o ON o.doc_no = r.original_doc_no AND o.line_no = r.original_line_no
                WHERE n.kind = 'RETURN' AND n.business_date > ? AND o.business_date BETWEEN ? AND ? ORDER BY 1""", LocalDate.class, month.atEndOfMonth(), month.atDay(1), month.atEndOfMonth());
        return Stream.concat(month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)), later.stream());
    }
}
