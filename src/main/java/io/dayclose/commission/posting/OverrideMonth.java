package io.dayclose.commission.posting;

import io.dayclose.commission.AccountPosting;
import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Measures;
import io.dayclose.commission.OverridePosting;
import io.dayclose.commission.posting.AccountRow.Asked;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.config.plan.Rate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.organisation.Person;
import io.dayclose.period.ClosedMonths;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Posts one origin month of an override: every manager follows what his people stand at under the plans it names. */
final class OverrideMonth {
    private static final String STANDING = """
            SELECT payee_code, earned, adjusted, clawed, held, forfeited FROM account_month
            WHERE (line_count > 0 OR earned <> 0 OR adjusted <> 0 OR clawed <> 0) AND plan IN (:plans) AND origin_month = :month AND payee_kind = 'PERSON'""";
    private static final String SINCE = """
            SELECT payee_code, type, cause, amount FROM ledger
            WHERE plan IN (:plans) AND origin_month = :month AND payee_kind = 'PERSON' AND entry_id > :mark
            AND type NOT IN ('PAYOUT', 'CARRY') ORDER BY entry_id""";

    private final PostingContext books;
    private final Round round;
    private final ClosedMonths closed;
    private final MonthGroup group;
    private final Plan plan;
    private final boolean planChanged;

    OverrideMonth(PostingContext books, Round round, ClosedMonths closed, MonthGroup group) {
        this.books = books;
        this.round = round;
        this.closed = closed;
        this.group = group;
        plan = books.plan(group).orElseThrow();
        planChanged = new PlansInForce(books.jdbc(), books.plans().values()).hasChanged(plan.name());
    }

    /** The plans an override earns on, over all its versions. */
    static Set<String> followed(Plan plan) {
        return plan.versions().stream()
                .map(PlanVersion::rate)
                .filter(Rate.Override.class::isInstance)
                .flatMap(rate -> ((Rate.Override) rate).of().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What one manager's people stand at, and what of it is new. */
    private static final class People {
        private Balance balance = Balance.ZERO;
        private long count;
        private final List<Entry> since = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            count++;
            balance = balance.plus(new Balance(
                    row.getBigDecimal(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5),
                    row.getBigDecimal(6)));
        }
    }

    /** Posts it; must run in a transaction. */
    void post() {
        var date = earlier(round.asOf(), group.origin().atEndOfMonth());
        var rate = plan.on(date).map(version -> (Rate.Override) version.rate());
        var store = new AccountStore(books.jdbc(), books.bulk());
        var posted = store.of(group);
        var ledger = new LedgerStore(books.jdbc(), books.bulk());
        long mark = posted.values().stream().mapToLong(AccountRow::mark).max().orElse(0);
        long last = ledger.lastEntry();
        var people = rate.map(each -> people(each.of(), date, mark)).orElseGet(TreeMap::new);
        var atClose = new ClosedAccounts(books.jdbc()).of(group);
        var page = ledger.batch(round.slip(group, closed));
        var rows = new ArrayList<AccountRow>();
        accounts(posted, people).forEach(account -> {
            var mine = people.getOrDefault(account.code(), new People());
            var before = Optional.ofNullable(posted.get(account)).orElseGet(() -> AccountRow.nothing(account));
            var close = closed.has(group.origin())
                    ? Optional.of(
                            atClose.getOrDefault(account, ClosedMonth.NOTHING).earned())
                    : Optional.<BigDecimal>empty();
            var paid = rate.orElseGet(() -> new Rate.Override(List.of(), BigDecimal.ZERO));
            var entries = entries(new OverridePosting(AccountPosting.earns(plan), paid, close), before, mine);
            page.add(before.payee(), entries);
            rows.add(row(before, mine, entries, last));
        });
        var due = new DueGroups(books.jdbc());
        due.done(group);
        if (page.append() && closed.has(group.origin())) {
            due.posted(group, books.plans().values());
        }
        store.put(group.origin(), rows);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private TreeSet<Account> accounts(Map<Account, AccountRow> posted, Map<String, People> people) {
        var accounts = new TreeSet<>(posted.keySet());
        people.keySet().forEach(code -> accounts.add(new Account(plan.name(), PayeeKind.PERSON, code)));
        return accounts;
    }

    /** By manager: what their people stand at on a date, and their entries after the one that was followed last. */
    private Map<String, People> people(List<String> plans, LocalDate date, long mark) {
        var byManager = new TreeMap<String, People>();
        var query = new NamedParameterJdbcTemplate(books.jdbc());
        var which = Map.of("plans", plans, "month", group.origin().toString(), "mark", mark);
        query.query(STANDING, which, row -> {
            var code = manager(row.getString(1), date);
            if (code.isPresent()) {
                byManager.computeIfAbsent(code.get(), any -> new People()).add(row);
            }
        });
        query.query(SINCE, which, row -> {
            var entry = new Entry(
                    EntryType.valueOf(row.getString(2)), Cause.valueOf(row.getString(3)), row.getBigDecimal(4));
            manager(row.getString(1), date).ifPresent(code -> byManager
                    .computeIfAbsent(code, any -> new People())
                    .since
                    .add(entry));
        });
        return byManager;
    }

    private Optional<String> manager(String person, LocalDate date) {
        return books.organisation().person(person, date).map(Person::manager);
    }

    private List<Entry> entries(OverridePosting posting, AccountRow before, People people) {
        return posting.entries(
                before.balance(),
                people.balance,
                planChanged ? List.of() : people.since,
                planChanged ? Cause.PLAN_CHANGED : Cause.CORRECTION);
    }

    private AccountRow row(AccountRow before, People people, List<Entry> entries, long last) {
        var balance = before.balance();
        for (var entry : entries) {
            balance = balance.plus(entry);
        }
        return new AccountRow(
                before.account(),
                people.count,
                Measures.NONE,
                people.balance.total(),
                balance,
                ZeroReason.NONE,
                new Asked(round.asOf(), Set.of(), false),
                last);
    }
}
