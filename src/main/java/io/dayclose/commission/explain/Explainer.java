package io.dayclose.commission.explain;

import io.dayclose.commission.AccountPosting;
import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Crediting;
import io.dayclose.commission.Line;
import io.dayclose.commission.Months;
import io.dayclose.commission.OverridePosting;
import io.dayclose.commission.PlanMonth;
import io.dayclose.commission.explain.Step.Kind;
import io.dayclose.commission.measure.LinesOfPayee;
import io.dayclose.commission.measure.PlanRules;
import io.dayclose.commission.posting.AccountFacts;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.config.plan.Rate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.store.LedgerStore;
import io.dayclose.organisation.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recomputes an account's month from its lines, step by step, and compares it with what is posted. */
public final class Explainer {
    private final PostingContext books;
    private final AccountFacts facts;
    private @Nullable PayeeMonth latest;

    public Explainer(PostingContext books) {
        this.books = books;
        facts = new AccountFacts(books);
    }

    /** The way from lines to fen; of an override, from what people have earned. */
    public Explanation explain(Account account, YearMonth month) {
        var steps = new ArrayList<Step>();
        var override = facts.override(account, month);
        var balance =
                override.isPresent() ? override(account, month, override.get(), steps) : lines(account, month, steps);
        var atClose = facts.atClose(account, month);
        addBalance(balance, atClose, steps);
        new LedgerStore(books.jdbc(), books.bulk())
                .entries(new LedgerStore.Payee(account.plan(), account.kind().name(), account.code()), month)
                .forEach(each -> steps.add(entry(each, month)));
        var posted = facts.posted(account, month);
        steps.add(new Step(
                Kind.CHECK, "ledger", posted.total(), null, balance.total(), balance.equals(posted) ? "=" : "ALARM"));
        return new Explanation(List.copyOf(steps), balance, posted);
    }

    private Balance lines(Account account, YearMonth month, List<Step> steps) {
        var terms = facts.terms(account, month);
        var of = payeeMonth(account, month);
        var counted = of.accounts().getOrDefault(account, new PlanMonth());
        var sums = counted.sums(of.cards()::get, line -> of.afterClose().contains(line.key()));
        var earning = new EarningSteps(terms);
        earning.lines(counted, of.cards()::get);
        earning.earning(sums);
        earning.gates(counted, of.cards()::get);
        steps.addAll(earning.steps());
        return new AccountPosting(terms, facts.atClose(account, month)).balance(sums, terms);
    }

    /** What was read of a payee's month: it serves all his plans. */
    private record PayeeMonth(
            PayeeKind kind,
            String code,
            YearMonth month,
            Map<Account, PlanMonth> accounts,
            Map<String, LocalDate> cards,
            Set<Line.Key> afterClose) {}

    private PayeeMonth payeeMonth(Account account, YearMonth month) {
        var last = latest;
        if (last == null
                || last.kind() != account.kind()
                || !last.code().equals(account.code())
                || !last.month().equals(month)) {
            last = read(account, month);
            latest = last;
        }
        return last;
    }

    private PayeeMonth read(Account account, YearMonth month) {
        var rules = new PlanRules(
                books.plans().values(), books.organisation(), facts.closed().taken());
        var lines = new LinesOfPayee(books.jdbc(), rules);
        var found = lines.of(account, month);
        var months = new Months(new Crediting(rules.plans()));
        months.add(found.lines());
        return new PayeeMonth(
                account.kind(),
                account.code(),
                month,
                months.of(month),
                lines.cards(found.lines()),
                found.afterClose());
    }

    private Balance override(Account account, YearMonth month, Rate.Override rate, List<Step> steps) {
        var date = facts.peopleAsOf(account, month);
        var people = Balance.ZERO;
        for (var plan : rate.of()) {
            for (var each : facts.posted(plan, month).entrySet()) {
                if (isOf(account.code(), each.getKey().code(), date)) {
                    people = people.plus(each.getValue());
                    var total = each.getValue().total();
                    steps.add(Step.of(Kind.PERSON, each.getKey().code(), total, plan));
                }
            }
        }
        steps.add(new Step(Kind.SLICE, date.toString(), people.total(), rate.percent(), null, "%"));
        var atClose = facts.atClose(account, month).map(ClosedMonth::earned);
        return new OverridePosting(AccountPosting.earns(facts.plan(account)), rate, atClose).target(people);
    }

    private boolean isOf(String manager, String person, LocalDate date) {
        return books.organisation()
                .person(person, date)
                .map(Person::manager)
                .filter(manager::equals)
                .isPresent();
    }

    private static void addBalance(Balance balance, Optional<ClosedMonth> atClose, List<Step> steps) {
        if (atClose.isPresent()) {
            steps.add(amount(Kind.ADJUSTED, balance.adjusted()));
            steps.add(amount(Kind.CLAWED, balance.clawed()));
        }
        steps.add(amount(Kind.PAYABLE, balance.payable()));
        steps.add(amount(Kind.HELD, balance.held()));
        steps.add(amount(Kind.FORFEITED, balance.forfeited()));
    }

    private static Step amount(Kind kind, BigDecimal amount) {
        return Step.of(kind, "", amount, "");
    }

    private static Step entry(LedgerStore.Line line, YearMonth month) {
        var later = line.posting().equals(month) ? "" : " → " + line.posting();
        var entry = line.entry();
        return Step.of(Kind.ENTRY, line.date() + " " + entry.type(), entry.amount(), entry.cause() + later);
    }
}
