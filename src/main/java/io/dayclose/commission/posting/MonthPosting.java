package io.dayclose.commission.posting;

import io.dayclose.commission.AccountPosting;
import io.dayclose.commission.AccountPosting.Before;
import io.dayclose.commission.AccountPosting.Changes;
import io.dayclose.commission.Bucket;
import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Terms;
import io.dayclose.commission.Terms.OpenOutlet;
import io.dayclose.commission.posting.AccountRow.Asked;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Posting;
import io.dayclose.ledger.Posting.Stage;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.ledger.store.PostingBatch;
import io.dayclose.period.ClosedMonths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Posts one origin month of one plan: every account whose target may have moved. */
final class MonthPosting {
    private final PostingContext books;
    private final Round round;
    private final ClosedMonths closed;
    private final AccountStore accounts;
    private final SumsStore sums;
    private final MonthGroup group;
    private final boolean planChanged;
    private final Predicate<Bucket> inForce;

    MonthPosting(PostingContext books, Round round, ClosedMonths closed, MonthGroup group) {
        this.books = books;
        this.round = round;
        this.closed = closed;
        this.group = group;
        accounts = new AccountStore(books.jdbc(), books.bulk());
        sums = new SumsStore(books.jdbc(), books.bulk());
        planChanged = new PlansInForce(books.jdbc(), books.plans().values()).hasChanged(group.plan());
        inForce = books.plan(group).map(MonthPosting::inForce).orElse(any -> false);
    }

    /** What is known of the month's accounts. */
    private record Known(
            Map<Account, AccountRow> posted,
            Map<Account, MonthSums> sums,
            Map<Account, Map<LocalDate, List<OpenOutlet>>> outlets,
            Map<Account, ClosedMonth> atClose,
            Map<String, Set<LineGate.Kind>> waived) {
        AccountRow row(Account account) {
            return Optional.ofNullable(posted.get(account)).orElseGet(() -> AccountRow.nothing(account));
        }

        MonthSums sums(Account account) {
            return sums.getOrDefault(account, new MonthSums());
        }

        Set<LineGate.Kind> waived(Account account) {
            return waived.getOrDefault(account.code(), Set.of());
        }
    }

    /** Posts it; must run in a transaction. */
    void post() {
        var plan = books.plan(group);
        var known = new Known(
                accounts.of(group),
                sums.of(group),
                plan.map(each -> new FixedOutlets(books).of(each, group.origin()))
                        .orElse(Map.of()),
                new ClosedAccounts(books.jdbc()).of(group),
                new Waivers(books.jdbc()).of(group));
        var rows = new ArrayList<AccountRow>();
        var page = new LedgerStore(books.jdbc(), books.bulk()).batch(round.slip(group, closed));
        for (var account : wanted(known)) {
            rows.add(
                    plan.isPresent()
                                    && plan.get()
                                            .on(group.origin().atEndOfMonth())
                                            .isPresent()
                            ? post(plan.get(), account, known, page)
                            : takeBack(account, known, page));
        }
        var due = new DueGroups(books.jdbc());
        due.done(group);
        if (page.append() && closed.has(group.origin())) {
            due.posted(group, books.plans().values());
        }
        accounts.put(group.origin(), rows);
        sums.posted(group, known.sums());
    }

    /** Accounts with changes, with lines that wait, or with other terms than when they were posted last. */
    private TreeSet<Account> wanted(Known known) {
        var wanted = new TreeSet<Account>();
        known.sums().forEach((account, month) -> {
            if (planChanged || month.hasChanged()) {
                wanted.add(account);
            }
        });
        known.posted().forEach((account, row) -> {
            boolean decided = !row.asked().waived().equals(known.waived(account));
            if (planChanged || decided || paysPerOutlet() || row.asked().waits()) {
                wanted.add(account);
            }
        });
        wanted.addAll(known.outlets().keySet());
        return wanted;
    }

    private boolean paysPerOutlet() {
        return books.plan(group)
                .flatMap(plan -> plan.on(group.origin().atDay(1)))
                .filter(PlanVersion::paysPerOutlet)
                .isPresent();
    }

    private AccountRow post(Plan plan, Account account, Known known, PostingBatch page) {
        var row = known.row(account);
        var month = known.sums(account);
        var terms = new Terms(
                plan,
                group.origin(),
                known.outlets().getOrDefault(account, Map.of()),
                known.waived(account),
                round.asOf());
        var atClose = closed.has(group.origin())
                ? Optional.of(known.atClose().getOrDefault(account, ClosedMonth.NOTHING))
                : Optional.<ClosedMonth>empty();
        var before = new Before(
                month.before(inForce),
                row.balance(),
                row.asked().on(),
                row.asked().waived());
        var posted = new AccountPosting(terms, atClose).post(before, new Changes(month.changes(inForce), planChanged));
        page.add(row.payee(), posted.entries());
        var counts = month.now();
        return new AccountRow(
                account,
                counts.lines(),
                posted.target().measures(),
                posted.target().base(),
                posted.balance(),
                ZeroReason.of(posted.target(), posted.balance(), counts.withoutCost()),
                new Asked(round.asOf(), known.waived(account), posted.target().waits()),
                0);
    }

    /** Versions that are no more have lost their lines to others: what is left of them is nothing. */
    private static Predicate<Bucket> inForce(Plan plan) {
        var versions = plan.versions().stream().map(PlanVersion::from).collect(Collectors.toSet());
        return bucket -> versions.contains(bucket.version());
    }

    /** A plan that is no more: all that it paid in open months goes back. */
    private AccountRow takeBack(Account account, Known known, PostingBatch page) {
        var row = known.row(account);
        var earns = new LedgerStore(books.jdbc(), books.bulk()).earns(group.plan());
        page.add(
                row.payee(),
                new Posting(earns).entries(row.balance(), List.of(new Stage(Cause.PLAN_CHANGED, Balance.ZERO))));
        return AccountRow.nothing(account).asked(new Asked(round.asOf(), Set.of(), false));
    }
}
