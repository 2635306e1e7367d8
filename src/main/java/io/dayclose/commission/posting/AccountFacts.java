package io.dayclose.commission.posting;

import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Terms;
import io.dayclose.commission.Terms.OpenOutlet;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import io.dayclose.ledger.Balance;
import io.dayclose.period.ClosedMonths;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What decides about an account's month besides its lines, and what is posted of it, for whoever explains it. */
public final class AccountFacts {
    private final PostingContext books;
    private final ClosedMonths closed;

    public AccountFacts(PostingContext books) {
        this.books = books;
        closed = new ClosedMonths(books.jdbc());
    }

    public ClosedMonths closed() {
        return closed;
    }

    public Plan plan(Account account) {
        return books.plan(group(account, YearMonth.of(1970, 1))).orElseThrow();
    }

    /** The terms it was judged by last. */
    public Terms terms(Account account, YearMonth month) {
        var row = row(account, month);
        return new Terms(
                plan(account),
                month,
                outlets(plan(account), month).getOrDefault(account, Map.of()),
                new Waivers(books.jdbc()).of(group(account, month)).getOrDefault(account.code(), Set.of()),
                row.map(AccountRow::asked).map(AccountRow.Asked::on).orElseGet(() -> asOf(month)));
    }

    /** The override that pays an account's month, where its plan is one. */
    public Optional<Rate.Override> override(Account account, YearMonth month) {
        return plan(account)
                .on(peopleAsOf(account, month))
                .map(PlanVersion::rate)
                .filter(Rate.Override.class::isInstance)
                .map(Rate.Override.class::cast);
    }

    /** The date on which people belong to their managers, for an override. */
    public LocalDate peopleAsOf(Account account, YearMonth month) {
        var last = row(account, month)
                .map(AccountRow::asked)
                .map(AccountRow.Asked::on)
                .orElseGet(() -> asOf(month));
        return last.isBefore(month.atEndOfMonth()) ? last : month.atEndOfMonth();
    }

    /** The outlets that a plan pays fixed amounts for. */
    public Map<Account, Map<LocalDate, List<OpenOutlet>>> outlets(Plan plan, YearMonth month) {
        return new FixedOutlets(books).of(plan, month);
    }

    /** The last date the ledger was brought to its targets on, or the end of the month before there was any. */
    public LocalDate asOf(YearMonth month) {
        return Optional.ofNullable(
                        books.jdbc().queryForObject("SELECT MAX(business_date) FROM commission_round", LocalDate.class))
                .orElse(month.atEndOfMonth());
    }

    /** What it came to when its month was closed; empty while that is open. */
    public Optional<ClosedMonth> atClose(Account account, YearMonth month) {
        return closed.has(month)
                ? Optional.of(new ClosedAccounts(books.jdbc()).of(group(account, month), account))
                : Optional.empty();
    }

    /** What the ledger has been brought to. */
    public Balance posted(Account account, YearMonth month) {
        return row(account, month).map(AccountRow::balance).orElse(Balance.ZERO);
    }

    /** All accounts of a plan's month with what is posted of them. */
    public Map<Account, Balance> posted(String plan, YearMonth month) {
        return store().of(new MonthGroup(plan, month)).entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().balance()));
    }

    private Optional<AccountRow> row(Account account, YearMonth month) {
        return store().of(group(account, month), account);
    }

    private AccountStore store() {
        return new AccountStore(books.jdbc(), books.bulk());
    }

    private static MonthGroup group(Account account, YearMonth month) {
        return new MonthGroup(account.plan(), month);
    }
}
