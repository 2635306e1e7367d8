package io.dayclose.agree;

import io.dayclose.agree.Books.Book;
import io.dayclose.calendar.DateSpan;
import io.dayclose.cli.ShownRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of one date, gathered from wherever they stand and held against each other. */
abstract class Compared {
    private static final Set<String> EARNS = Set.of("EARN", "SUBSIDY", "ADJUST", "CLAWBACK");

    final LocalDate date;
    final String company;
    final JdbcTemplate jdbc;
    final Books books;
    private final Map<String, List<Map<String, String>>> shown = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private boolean withShow = true;

    Compared(Books books, String company, JdbcTemplate jdbc) {
        this.books = books;
        this.company = company;
        this.jdbc = jdbc;
        date = books.date();
    }

    /** What does not agree, with every place and figure. */
    List<String> differences() {
        return differences;
    }

    /** Of a date that was revised: {@code show} tells stock and commission as they are known today. */
    void leaveShowOut() {
        withShow = false;
    }

    /** How many figures were held against others. */
    int compared() {
        return compared;
    }

    @SafeVarargs
    final void same(String what, Optional<BigDecimal>... figures) {
        var known = new ArrayList<BigDecimal>();
        for (var figure : figures) {
            figure.ifPresent(known::add);
        }
        compared += known.size();
        var rounded = known.stream()
                .map(each -> each.setScale(2, RoundingMode.HALF_UP))
                .toList();
        if (rounded.stream().distinct().count() > 1) {
            differences.add(date + " " + what + ": " + rounded);
        }
    }

    static Optional<BigDecimal> figure(Book book, String title) {
        return book.figure(title);
    }

    /** What the workbooks of all branches come to; none where not every one was made. */
    final Optional<BigDecimal> branches(String title, String figure) {
        var others = books.others(title, company);
        return others.size() < branches()
                ? Optional.empty()
                : Optional.of(others.stream()
                        .map(book -> book.figure(figure).orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    final int branches() {
        return jdbc.queryForObject("SELECT COUNT(DISTINCT branch_code) FROM branch_dated", Integer.class);
    }

    final DateSpan month() {
        return new DateSpan(date.withDayOfMonth(1), date);
    }

    final Optional<BigDecimal> shown(String what, DateSpan span, String column, Predicate<Map<String, String>> which) {
        if (!withShow) {
            return Optional.empty();
        }
        return Optional.of(Books.sum(rows(what, span), column, which));
    }

    final List<Map<String, String>> rows(String what, DateSpan span) {
        return shown.computeIfAbsent(what + span, any -> ShownRows.of(jdbc, what, span));
    }

    /** What postings have earned; the ledger is shown by the month it is posted in, which may be an earlier one that is open still. */
    final Optional<BigDecimal> ledger(Predicate<Map<String, String>> which) {
        var all = new DateSpan(date.minusYears(1), date);
        return shown("ledger", all, "amount", which.and(row -> EARNS.contains(row.get("type"))));
    }

    final boolean isOfMonth(Map<String, String> row) {
        var day = LocalDate.parse(row.get("business_date"));
        return YearMonth.from(day).equals(YearMonth.from(date)) && !day.isAfter(date);
    }

    static Optional<BigDecimal> sum(Book book, String sheet, String column) {
        return Optional.of(book.sum(sheet, column));
    }
}
