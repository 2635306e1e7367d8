package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.AccountPosting.Before;
import io.dayclose.commission.AccountPosting.Changes;
import io.dayclose.commission.AccountPosting.Posted;
import io.dayclose.commission.Terms.OpenOutlet;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A night appends what changed since the night before, apart by cause. */
class AccountPostingTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate SOLD = LocalDate.parse("2026-11-10");
    private static final YearMonth MONTH = YearMonth.from(SOLD);
    private static final Plan RETROACTIVE = Plans.plan(
            "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, table: [{from: 0, rate: 1}, {from: 10000, rate: 2}]}}}\n");
    private static final Plan CARDS = Plans.plan(
            "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: warranty-card, days: 10, then: forfeit}]}\n");
    private static final Before NOTHING = new Before(new AccountMonth(), Balance.ZERO, null, Set.of());

    private static Terms terms(Plan plan, int daysLater) {
        return new Terms(plan, MONTH, Map.of(), Set.of(), SOLD.plusDays(daysLater));
    }

    private static AccountMonth net(String amount) {
        return net(amount, Bucket.AT_ONCE);
    }

    private static AccountMonth net(String amount, LocalDate card) {
        var soldOn = card.equals(Bucket.AT_ONCE) ? Bucket.AT_ONCE : SOLD;
        return new AccountMonth()
                .add(
                        new Bucket(FROM, "", soldOn, card, false),
                        new Measures(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static Changes changes(Map<Cause, AccountMonth> byCause) {
        return new Changes(byCause, false);
    }

    private static Posted post(Terms terms, Before before, Map<Cause, AccountMonth> byCause) {
        return new AccountPosting(terms, Optional.empty()).post(before, changes(byCause));
    }

    private static Before then(Posted posted, LocalDate on) {
        return new Before(posted.sums(), posted.balance(), on, Set.of());
    }

    private static List<String> texts(Posted posted) {
        return posted.entries().stream()
                .map(entry -> entry.type() + " " + entry.cause() + " " + entry.amount())
                .toList();
    }

    @Test
    void late_sales_the_days_sales_and_its_returns_are_posted_apart() {
        var night = post(
                terms(RETROACTIVE, 0),
                NOTHING,
                Map.of(Cause.LATE, net("9000"), Cause.SALE, net("1500"), Cause.RETURN, net("-600")));
        assertThat(texts(night)).containsExactly("EARN LATE 90.00", "EARN SALE 120.00", "EARN RETURN -111.00");
        assertThat(night.balance().payable()).hasToString("99.00");
    }

    @Test
    void a_night_without_news_posts_nothing() {
        var night = post(terms(RETROACTIVE, 0), NOTHING, Map.of(Cause.SALE, net("9000")));
        assertThat(texts(post(terms(RETROACTIVE, 1), then(night, SOLD), Map.of())))
                .isEmpty();
    }

    @Test
    void a_card_that_came_back_and_one_that_did_not_in_time_are_gates() {
        var sold = post(terms(CARDS, 0), NOTHING, Map.of(Cause.SALE, net("300", Bucket.NO_CARD)));
        assertThat(texts(sold)).containsExactly("EARN SALE 30.00", "HOLD SALE 30.00");
        var card = net("-100", Bucket.NO_CARD).add(net("100", SOLD.plusDays(4)));
        var back = post(terms(CARDS, 4), then(sold, SOLD), Map.of(Cause.GATE, card));
        assertThat(texts(back)).containsExactly("RELEASE GATE 10.00");
        var expired = post(terms(CARDS, 11), then(back, SOLD.plusDays(4)), Map.of());
        assertThat(texts(expired)).containsExactly("FORFEIT GATE 20.00");
        assertThat(expired.balance().payable()).hasToString("10.00");
    }

    @Test
    void a_waived_gate_is_a_decision() {
        var sold = post(terms(CARDS, 0), NOTHING, Map.of(Cause.SALE, net("300", Bucket.NO_CARD)));
        var waived = terms(CARDS, 1).waiving(Set.of(LineGate.Kind.WARRANTY_CARD));
        assertThat(texts(post(waived, then(sold, SOLD), Map.of()))).containsExactly("RELEASE DECISION 30.00");
    }

    /** Of 300 that wait, the card of 100 is back on the day on which people waive it for the rest. */
    @Test
    void a_card_and_a_decision_of_one_night_are_told_apart() {
        var sold = post(terms(CARDS, 0), NOTHING, Map.of(Cause.SALE, net("300", Bucket.NO_CARD)));
        var card = net("-100", Bucket.NO_CARD).add(net("100", SOLD.plusDays(4)));
        var waived = terms(CARDS, 4).waiving(Set.of(LineGate.Kind.WARRANTY_CARD));
        assertThat(texts(post(waived, then(sold, SOLD), Map.of(Cause.GATE, card))))
                .containsExactly("RELEASE GATE 10.00", "RELEASE DECISION 20.00");
    }

    /** 10 % of 100 were earned at close; 50 sold late bring 5 more, whatever was earned stays. */
    @Test
    void what_comes_after_a_close_is_an_adjustment() {
        var plan = Plans.plan("  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}}\n");
        var atClose = post(terms(plan, 0), NOTHING, Map.of(Cause.SALE, net("100")));
        var closed = new ClosedMonth(new BigDecimal("10.00"), new BigDecimal("100"));
        var late = new AccountPosting(terms(plan, 30), Optional.of(closed))
                .post(then(atClose, SOLD), changes(Map.of(Cause.LATE, net("50"))));
        assertThat(texts(late)).containsExactly("ADJUST LATE 5.00");
        assertThat(late.balance().total()).isEqualByComparingTo("15.00");
    }

    @Test
    void a_plan_that_says_something_else_posts_the_difference_under_its_own_cause() {
        var sold = post(terms(CARDS, 0), NOTHING, Map.of(Cause.SALE, net("300")));
        var dearer = Plans.plan("  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 12}}\n");
        var changed = new AccountPosting(terms(dearer, 1), Optional.empty())
                .post(then(sold, SOLD), new Changes(Map.of(), true));
        assertThat(texts(changed)).containsExactly("EARN PLAN_CHANGED 6.00");
    }

    @Test
    void a_housing_subsidy_is_paid_by_open_days_and_asks_its_minimum_of_each_outlet() {
        var subsidy = Plans.plan(
                "  - {from: 2026-01-01, payee: dealer, rate: {fixed: 800, per: outlet, prorate: open-days}, minimum: {net-amount: 100}}\n");
        var open = Map.of(FROM, List.of(new OpenOutlet("W1", 15), new OpenOutlet("W2", 30)));
        var terms = new Terms(subsidy, MONTH, open, Set.of(), SOLD);
        var lines = new AccountMonth()
                .add(
                        new Bucket(FROM, "W1", Bucket.AT_ONCE, Bucket.AT_ONCE, false),
                        new Measures(new BigDecimal("100"), BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(lines.target(terms).earned()).hasToString("400.00");
        assertThat(new AccountMonth().target(terms).earning().shortfalls()).hasSize(2);
    }

    /** 800 for 15 of 30 days, then for all of them: nothing was sold, and master data has changed. */
    @Test
    void days_an_outlet_is_open_are_posted_first_as_a_sale_and_then_as_a_correction() {
        var subsidy = Plans.plan(
                "  - {from: 2026-01-01, payee: dealer, rate: {fixed: 800, per: outlet, prorate: open-days}}\n");
        var half = Map.of(FROM, List.of(new OpenOutlet("W1", 15)));
        var whole = Map.of(FROM, List.of(new OpenOutlet("W1", 30)));
        var first = post(new Terms(subsidy, MONTH, half, Set.of(), SOLD), NOTHING, Map.of());
        assertThat(texts(first)).containsExactly("EARN SALE 400.00");
        var then = post(new Terms(subsidy, MONTH, whole, Set.of(), SOLD), then(first, SOLD), Map.of());
        assertThat(texts(then)).containsExactly("EARN CORRECTION 400.00");
    }

    @Test
    void nights_add_up_to_the_month_in_whatever_order_and_under_whatever_cause_the_lines_came() {
        long first = 20261130L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var plan = random.nextBoolean() ? RETROACTIVE : CARDS;
            var all = new AccountMonth();
            var entries = new ArrayList<Entry>();
            var before = NOTHING;
            for (int night = 0; night < 6; night++) {
                var byCause = new EnumMap<Cause, AccountMonth>(Cause.class);
                for (var cause : List.of(Cause.LATE, Cause.SALE, Cause.RETURN, Cause.GATE)) {
                    var amount = BigDecimal.valueOf(random.nextInt(600_000) - 100_000, 2);
                    var card = random.nextBoolean() ? Bucket.NO_CARD : SOLD.plusDays(random.nextInt(12));
                    byCause.put(cause, net(amount.toPlainString(), card));
                    all.add(byCause.get(cause));
                }
                var posted = post(terms(plan, night * 3), before, byCause);
                entries.addAll(posted.entries());
                before = then(posted, SOLD.plusDays(night * 3));
            }
            var target = all.target(terms(plan, 15));
            assertThat(Balance.of(entries))
                    .as("seed " + seed)
                    .isEqualTo(Balance.open(
                            target.earned(),
                            target.split().held(),
                            target.split().forfeited()));
        }
        System.out.printf("nights add up: 1000 cases from seed %d%n", first);
    }
}
