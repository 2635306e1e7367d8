package io.dayclose.commission.explain;

import io.dayclose.commission.AccountMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Target;
import io.dayclose.commission.Terms;
import io.dayclose.commission.measure.DraftMeasures;
import io.dayclose.commission.measure.PlanRules;
import io.dayclose.commission.posting.AccountFacts;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.Plan;
import io.dayclose.ledger.Balance;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a draft plan would have paid for a month, beside what the plan of its name has; writes nothing. */
public final class Simulation {
    private final PostingContext books;

    public Simulation(PostingContext books) {
        this.books = books;
    }

    /**
     * One payee's month, in the company's currency.
     *
     * @param measure what the draft would have paid by
     * @param posted what the ledger holds under the plan of the draft's name
     */
    public record Result(
            Account account, BigDecimal measure, BigDecimal earned, BigDecimal payable, BigDecimal posted) {
        public BigDecimal difference() {
            return earned.subtract(posted);
        }
    }

    /** Every payee that the draft would have paid or the plan has, by code. The draft takes the place of the plan of its name. */
    public List<Result> run(Plan draft, YearMonth month) {
        var plans = new HashMap<>(books.plans());
        plans.put(draft.name(), draft);
        var facts = new AccountFacts(books);
        var sums = new DraftMeasures(books.jdbc(), new PlanRules(plans.values(), books.organisation(), Map.of()))
                .of(month, draft.name());
        var outlets = facts.outlets(draft, month);
        var posted = facts.posted(draft.name(), month);
        var accounts = new TreeSet<>(sums.keySet());
        accounts.addAll(outlets.keySet());
        accounts.addAll(posted.keySet());
        var results = new ArrayList<Result>();
        for (var account : accounts) {
            var terms = new Terms(draft, month, outlets.getOrDefault(account, Map.of()), Set.of(), facts.asOf(month));
            var target = sums.getOrDefault(account, new AccountMonth()).target(terms);
            results.add(result(account, target, posted.getOrDefault(account, Balance.ZERO)));
        }
        return results;
    }

    private static Result result(Account account, Target target, Balance posted) {
        return new Result(
                account, target.base(), target.earned(), target.split().payable(), posted.total());
    }
}
